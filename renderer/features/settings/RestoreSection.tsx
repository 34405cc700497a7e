import { Button, Group } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { BackupInfo, BackupListItem, BackupPreview } from '../../../shared/contract/backup';
import { call, useRead } from '../../api';
import { formatCount, formatInstant, formatNumber } from '../../ui/dates';
import { ErrorNote } from '../../ui/ErrorNote';
import { RestorePreview } from './RestorePreview';
import { Section } from './Section';
import classes from './Settings.module.css';
import { useTask } from './useTask';

/** Of a long list the latest are enough; all are in the folder and can be chosen from there. */
const SHOWN = 8;

/** Choose a backup, see what restoring it would change, then restore it. */
export function RestoreSection({ lastBackup }: { lastBackup: BackupInfo | null }) {
  const [preview, setPreview] = useState<BackupPreview | null>(null);
  const task = useTask();
  const look = async (path: string) => {
    setPreview(null);
    setPreview(await call('backup.preview', { path }));
  };
  const choose = async () => {
    const { path } = await call('backup.choose', {});
    if (path !== null) await look(path);
  };
  return (
    <Section
      name="restore"
      title="Restore"
      description="Look first at what a backup would change. Before anything is restored, a safety backup is made."
    >
      {preview ? (
        <RestorePreview preview={preview} onClose={() => setPreview(null)} />
      ) : (
        <>
          <BackupList
            lastBackup={lastBackup}
            busy={task.busy}
            onLook={(path) => task.run(() => look(path))}
          />
          <Group gap="sm">
            <Button variant="default" loading={task.busy} onClick={() => task.run(choose)}>
              Choose a backup file…
            </Button>
          </Group>
        </>
      )}
      <ErrorNote error={task.error} title="This backup cannot be used" withFields />
    </Section>
  );
}

interface BackupListProps {
  lastBackup: BackupInfo | null;
  busy: boolean;
  onLook: (path: string) => void;
}

function BackupList({ lastBackup, busy, onLook }: BackupListProps) {
  const list = useRead('backup.list', {});
  const { refetch } = list;
  const newest = `${lastBackup?.path ?? ''} ${lastBackup?.verifiedAt ?? ''}`;
  // The folder is the user's: it may hold others than when it was last looked at.
  useEffect(() => void refetch(), [refetch, newest]);
  if (list.error) {
    const retry = () => void list.refetch();
    return <ErrorNote error={list.error} title="The backup folder could not be read" onRetry={retry} />;
  }
  if (!list.data) return null;
  const { backups, folder } = list.data;
  if (backups.length === 0) {
    return <p className={classes.quiet}>There is no backup in {folder} yet.</p>;
  }
  return (
    <div>
      <ul className={classes.backups}>
        {backups.slice(0, SHOWN).map((backup) => (
          <BackupRow key={backup.path} backup={backup} busy={busy} onLook={onLook} />
        ))}
      </ul>
      {backups.length > SHOWN ? (
        <p className={classes.quiet}>
          {formatCount(backups.length - SHOWN, 'older one is', 'older ones are')} in the folder.
        </p>
      ) : null}
    </div>
  );
}

interface BackupRowProps {
  backup: BackupListItem;
  busy: boolean;
  onLook: (path: string) => void;
}

function BackupRow({ backup, busy, onLook }: BackupRowProps) {
  return (
    <li className={classes.backup}>
      <span className={classes.backupName}>{backup.fileName}</span>
      <span className={classes.quiet}>
        {formatInstant(backup.modifiedAt)} · {formatNumber(Math.max(1, Math.round(backup.bytes / 1000)))} kB
      </span>
      <Button
        variant="default"
        size="compact-sm"
        disabled={busy}
        aria-label={`Look into ${backup.fileName}`}
        onClick={() => onLook(backup.path)}
      >
        Look into it
      </Button>
    </li>
  );
}
