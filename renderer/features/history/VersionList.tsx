import { Button } from '@mantine/core';
import type { RecordVersion } from '../../../shared/contract/versions';
import { differencesBetween } from '../../../shared/history/differences';
import type { Id } from '../../../shared/model/primitives';
import type { RecordType } from '../../../shared/model/record-types';
import { useWrite } from '../../api';
import { formatInstant } from '../../../shared/words/dates';
import { toastDone, toastError } from '../../ui/toasts';
import { type DifferenceWords, differenceWords } from '../../../shared/words/history';
import classes from './History.module.css';

interface VersionListProps {
  type: RecordType;
  id: Id;
  /** Newest first; the first is what the record says now. */
  versions: readonly RecordVersion[];
  names: ReadonlyMap<string, string>;
  onClose: () => void;
}

/** Each version with what it changed of the one before it, in words. */
export function VersionList({ type, id, versions, names, onClose }: VersionListProps) {
  const bringBack = useWrite('versions.bringBack');
  const choose = ({ key, backup, from }: RecordVersion) =>
    bringBack
      .mutateAsync({ type, id, key, backup: backup?.path ?? null })
      .then(() => {
        onClose();
        toastDone(`As it was on ${formatInstant(from)}`);
      })
      .catch(toastError);
  return (
    <ol className={classes.versions} aria-label="Versions">
      {versions.map((version, index) => {
        const before = versions[index + 1]?.record ?? null;
        const differences = differencesBetween(before, version.record).map((one) =>
          differenceWords(one, names),
        );
        return (
          <li key={`${version.key} ${version.from}`} className={classes.version}>
            <div className={classes.head}>
              <h3 className={classes.when}>{whenWords(version, before === null)}</h3>
              {index === 0 ? (
                <span className={classes.now}>Now</span>
              ) : (
                <Button
                  variant="default"
                  size="compact-sm"
                  loading={bringBack.isPending}
                  aria-label={`Bring back what it said on ${formatInstant(version.from)}`}
                  onClick={() => void choose(version)}
                >
                  Bring this back
                </Button>
              )}
            </div>
            {version.backup ? <p className={classes.quiet}>Known from “{version.backup.fileName}”.</p> : null}
            <Differences differences={differences} first={before === null} />
          </li>
        );
      })}
    </ol>
  );
}

/** "As of Tue 3 Mar, 14:05": from when on the user knew it. */
function whenWords({ from, until }: RecordVersion, first: boolean): string {
  const start = first ? `Written ${formatInstant(from)}` : `As of ${formatInstant(from)}`;
  return until ? `${start}, until ${formatInstant(until)}` : start;
}

function Differences({ differences, first }: { differences: readonly DifferenceWords[]; first: boolean }) {
  return (
    <dl className={classes.fields} aria-label={first ? 'What it said' : 'What changed'}>
      {differences.map(({ field, removed, added }) => (
        <div key={field} className={classes.field}>
          <dt>{field}</dt>
          <dd>
            {removed.map((words, index) => (
              // Two items of a list may read the same.
              <del key={`${words} ${String(index)}`} className={classes.removed}>
                <span className={classes.spoken}>Before: </span>
                {words}
              </del>
            ))}
            {added.map((words, index) => (
              <ins key={`${words} ${String(index)}`} className={classes.added}>
                {removed.length > 0 ? <span className={classes.spoken}>Then: </span> : null}
                {words}
              </ins>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
