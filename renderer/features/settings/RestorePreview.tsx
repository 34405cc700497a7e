import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { BackedUpPerson, BackupPreview } from '../../../shared/contract/backup';
import { call, callErrorOf } from '../../api';
import { verifiedWords } from '../../ui/backup-job';
import { formatCount, formatInstant } from '../../../shared/words/dates';
import { ErrorNote } from '../../ui/ErrorNote';
import { Kbd } from '../../ui/Kbd';
import { toastDone } from '../../ui/toasts';
import { DifferenceTable } from './DifferenceTable';
import { JobProgress } from '../../ui/JobProgress';
import { PeopleChoice } from './PeopleChoice';
import type { LookedAt } from './looked-at';
import classes from './Settings.module.css';
import { useRestore } from './useRestore';
import { useTask } from '../../ui/useTask';

interface RestorePreviewProps {
  at: LookedAt;
  preview: BackupPreview;
  onClose: () => void;
}

/** What a backup holds and what restoring it would change, all or single people; then the one thing that asks first. */
export function RestorePreview({ at, preview, onClose }: RestorePreviewProps) {
  const [part, setPart] = useState<'all' | 'people'>('all');
  const [people, setPeople] = useState<BackedUpPerson[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { backup } = preview;
  return (
    <div className={classes.preview}>
      <div>
        <h3 ref={heading} tabIndex={-1} className={classes.subheading}>
          {backup.fileName}
        </h3>
        <p className={classes.quiet}>
          Made {formatInstant(backup.createdAt)}. {verifiedWords(backup)}.
        </p>
        {preview.ofThisJournal ? null : (
          <p className={classes.warning}>This is a backup of another journal, not of the one that is open.</p>
        )}
      </div>
      {preview.identical && preview.leftOut === 0 ? null : (
        <div>
          <SegmentedControl
            aria-label="What to restore"
            data={[
              { value: 'all', label: 'Everything' },
              { value: 'people', label: 'Single people' },
            ]}
            value={part}
            onChange={(value) => setPart(value === 'people' ? 'people' : 'all')}
          />
        </div>
      )}
      {preview.leftOut > 0 ? (
        <p className={classes.quiet}>
          {formatCount(preview.leftOut, 'person', 'people')} whom you had forgotten: left out, unless chosen
          under “Single people”.
        </p>
      ) : null}
      {part === 'people' ? <PeopleChoice at={at} chosen={people} onChange={setPeople} /> : null}
      {part === 'all' ? (
        <Restore key="all" at={at} preview={preview} people={null} onClose={onClose} />
      ) : (
        <RestorePeople key={people.map(({ id }) => id).join()} at={at} people={people} onClose={onClose} />
      )}
    </div>
  );
}

interface RestorePeopleProps {
  at: LookedAt;
  people: readonly BackedUpPerson[];
  onClose: () => void;
}

/** The same for those who were chosen: what would change is worked out anew for each choice. */
function RestorePeople({ at, people, onClose }: RestorePeopleProps) {
  const [preview, setPreview] = useState<BackupPreview | null>(null);
  const { error, run } = useTask();
  const look = useRef(() => {
    if (people.length === 0) return;
    run(async () => setPreview(await call('backup.preview', { ...at, people: people.map(({ id }) => id) })));
  });
  useEffect(() => look.current(), []);
  if (people.length === 0) {
    return (
      <Group gap="sm" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </Group>
    );
  }
  return (
    <>
      <ErrorNote error={error} title="This cannot be restored" />
      {preview ? <Restore at={at} preview={preview} people={people} onClose={onClose} /> : null}
    </>
  );
}

interface RestoreProps {
  at: LookedAt;
  preview: BackupPreview;
  /** Null: everything. */
  people: readonly BackedUpPerson[] | null;
  onClose: () => void;
}

function Restore({ at, preview, people, onClose }: RestoreProps) {
  const { backup, differences, identical } = preview;
  const question = useRef<HTMLDivElement>(null);
  const restore = useRestore(async () => {
    const input = people === null ? at : { ...at, people: people.map(({ id }) => id) };
    const { safetyBackup } = await call('backup.restore', input);
    toastDone(people === null ? `Restored ${backup.fileName}` : `Restored ${namesOf(people)}`);
    return safetyBackup;
  });
  // Whoever confirms must have seen what, and the button that does it.
  useEffect(() => {
    if (restore.kind === 'asking') question.current?.scrollIntoView({ block: 'nearest' });
  }, [restore.kind]);
  if (restore.kind === 'done') return <Restored safetyName={restore.value.fileName} onClose={onClose} />;
  const wasCancelled = restore.kind === 'failed' && callErrorOf(restore.error).code === 'cancelled';
  return (
    <>
      {identical ? <Identical people={people} /> : <DifferenceTable differences={differences} />}
      <div ref={question} className={classes.question}>
        {restore.kind === 'asking' ? (
          <p className={classes.warning} role="alert">
            {people === null
              ? `Your journal will be as it was on ${formatInstant(backup.createdAt)}.`
              : `${namesOf(people)} will be as on ${formatInstant(backup.createdAt)}, with the entries and promises that the backup has of them. Those that are newer than the backup stay.`}{' '}
            What the journal holds now goes into a safety backup first, and Undo brings it back.
          </p>
        ) : null}
        {wasCancelled ? <p className={classes.quiet}>Nothing was restored: you cancelled it.</p> : null}
        {restore.kind === 'failed' && !wasCancelled ? (
          <ErrorNote error={restore.error} title="Nothing was restored" />
        ) : null}
        {restore.kind === 'running' ? (
          <JobProgress job="restore" label="Restoring" canCancel hasFocus />
        ) : (
          <Group gap="sm" justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {identical ? 'Close' : 'Cancel'}
            </Button>
            {identical ? null : restore.kind === 'asking' ? (
              <Button key="yes" color="red" onClick={restore.confirm} autoFocus>
                Yes, restore {people === null ? 'it' : formatCount(people.length, 'person', 'people')}
              </Button>
            ) : (
              <Button key="ask" onClick={restore.ask} autoFocus={restore.kind === 'failed'}>
                {people === null
                  ? 'Restore this backup…'
                  : `Restore ${formatCount(people.length, 'person', 'people')}…`}
              </Button>
            )}
          </Group>
        )}
      </div>
    </>
  );
}

function Identical({ people }: { people: readonly BackedUpPerson[] | null }) {
  return (
    <p className={classes.verified}>
      <IconCircleCheck size={18} aria-hidden="true" />
      <span>
        {people === null
          ? 'It holds exactly what your journal holds now. There is nothing to restore.'
          : 'Your journal holds all of that already. There is nothing to restore.'}
      </span>
    </p>
  );
}

function namesOf(people: readonly BackedUpPerson[]): string {
  const [first, second] = people;
  if (!first) return '';
  if (people.length === 1) return first.name;
  return people.length === 2 && second
    ? `${first.name} and ${second.name}`
    : `${first.name} and ${people.length - 1} others`;
}

function Restored({ safetyName, onClose }: { safetyName: string; onClose: () => void }) {
  return (
    <>
      <p className={classes.verified} role="status">
        <IconCircleCheck size={18} aria-hidden="true" />
        <span>
          Restored, and compared with the backup. What the journal held before is in the safety backup “
          {safetyName}”, and Undo <Kbd keys="Mod+Z" /> brings it back.
        </span>
      </p>
      <Group gap="sm" justify="flex-end">
        <Button onClick={onClose} autoFocus>
          Done
        </Button>
      </Group>
    </>
  );
}
