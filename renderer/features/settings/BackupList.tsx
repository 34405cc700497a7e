import { Badge, Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { BackupKind, BackupListItem } from '../../../shared/contract/backup';
import { call } from '../../api';
import {
  formatCount,
  formatInstant,
  formatMoment,
  formatNumber,
  formatRelativeDay,
} from '../../../shared/words/dates';
import { ErrorNote } from '../../ui/ErrorNote';
import { toastInfo } from '../../ui/toasts';
import { JobProgress } from '../../ui/JobProgress';
import classes from './Settings.module.css';
import { useBackups } from './useBackups';
import { useTask } from '../../ui/useTask';

/** Of a long list the latest are enough at first. */
const SHOWN = 8;

const KINDS: Record<BackupKind, string> = {
  automatic: 'automatic',
  byHand: 'by hand',
  safety: 'before a restore',
};

interface BackupListProps {
  busy: boolean;
  /** The path of the backup that was looked into last: its button has the focus when the list comes back. */
  focused: string | null;
  onLook: (path: string) => void;
}

/** Every backup with its age, size, what is in it, why it was made, and whether it is whole. */
export function BackupList({ busy, focused, onLook }: BackupListProps) {
  const list = useBackups();
  const [showsAll, setShowsAll] = useState(false);
  if (list.error) {
    const retry = () => void list.refetch();
    return <ErrorNote error={list.error} title="The backup folder could not be read" onRetry={retry} />;
  }
  if (!list.data) return null;
  const { backups, folder } = list.data;
  if (backups.length === 0) {
    return <p className={classes.quiet}>There is no backup in {folder} yet.</p>;
  }
  const isFocusedBelow = backups.findIndex(({ path }) => path === focused) >= SHOWN;
  const shown = showsAll || isFocusedBelow ? backups : backups.slice(0, SHOWN);
  return (
    <div>
      <ul className={classes.backups} aria-label="Backups, the latest first">
        {shown.map((backup, index) => (
          <BackupRow
            key={backup.path}
            backup={backup}
            busy={busy}
            // The button that showed the others is gone: the keyboard goes on at the first of them.
            hasFocus={showsAll ? index === SHOWN : backup.path === focused}
            onLook={onLook}
          />
        ))}
      </ul>
      <Group gap="sm" mt="sm">
        {backups.length > shown.length ? (
          <Button variant="default" onClick={() => setShowsAll(true)}>
            Show {formatCount(backups.length - shown.length, 'older one', 'older ones')}
          </Button>
        ) : null}
        <CheckAll onChecked={() => void list.refetch()} />
      </Group>
    </div>
  );
}

function CheckAll({ onChecked }: { onChecked: () => void }) {
  const task = useTask();
  const check = async () => {
    const { checked, damaged, locked, unread } = await call('backup.verify', {});
    onChecked();
    const read = `${formatCount(checked, 'backup', 'backups')} read from end to end: `;
    const found = damaged === 0 ? 'all are whole.' : `${damaged} damaged.`;
    const rest =
      locked === 0
        ? ''
        : ` ${formatCount(locked, 'other', 'others')} could not be read: the passphrase is not known here.`;
    const later =
      unread === 0 ? '' : ` ${formatCount(unread, 'other', 'others')} could not be read just now.`;
    toastInfo(`${read}${found}${rest}${later}`);
  };
  return (
    <>
      <Button variant="default" loading={task.busy} onClick={() => task.run(check)}>
        Check them all
      </Button>
      {task.busy ? <JobProgress job="verify" label="Reading every backup" canCancel /> : null}
      <ErrorNote error={task.error} title="Not all backups were checked" />
    </>
  );
}

interface BackupRowProps {
  backup: BackupListItem;
  busy: boolean;
  /** When it is drawn first. */
  hasFocus: boolean;
  onLook: (path: string) => void;
}

function BackupRow({ backup, busy, hasFocus, onLook }: BackupRowProps) {
  const { fileName, kind, encrypted, ofOtherJournal, createdAt, bytes, path } = backup;
  return (
    <li className={classes.backup}>
      <div className={classes.backupName}>
        <span>{fileName}</span>{' '}
        <Badge variant="default" size="sm" tt="none" fw={500}>
          {KINDS[kind]}
        </Badge>{' '}
        {encrypted ? (
          <Badge variant="default" size="sm" tt="none" fw={500}>
            encrypted
          </Badge>
        ) : null}{' '}
        {ofOtherJournal ? (
          <Badge variant="default" size="sm" tt="none" fw={500}>
            of another journal
          </Badge>
        ) : null}
        <p className={classes.quiet}>
          {[ageOf(createdAt), sizeOf(bytes), ...contentWords(backup)].join(' · ')}
        </p>
        {backup.check.kind === 'damaged' ? (
          <p className={classes.damaged}>
            <IconAlertTriangle size={15} aria-hidden="true" /> Damaged: {backup.check.detail}
          </p>
        ) : null}
      </div>
      <Button
        variant="default"
        size="compact-sm"
        disabled={busy}
        autoFocus={hasFocus}
        aria-label={`Look into ${fileName}`}
        onClick={() => onLook(path)}
      >
        Look into it
      </Button>
    </li>
  );
}

/** "today, Thu 18 Jun, 09:14" */
function ageOf(createdAt: string): string {
  const day = formatRelativeDay(createdAt.slice(0, 10));
  const moment = formatInstant(createdAt);
  return moment.startsWith(day) ? moment : `${day}, ${moment}`;
}

function sizeOf(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${formatNumber(Math.max(1, Math.round(bytes / 1000)))} kB`;
}

function contentWords({ counts, check }: BackupListItem): string[] {
  const people = counts ? [formatCount(counts.people, 'person', 'people')] : [];
  const entries = counts ? [formatCount(counts.interactions, 'entry', 'entries')] : [];
  const checked =
    check.kind === 'verified'
      ? [`verified ${formatMoment(check.at)}`]
      : check.kind === 'unchecked'
        ? ['not checked yet']
        : check.kind === 'unread'
          ? ['could not be read just now']
          : [];
  return [...people, ...entries, ...checked];
}
