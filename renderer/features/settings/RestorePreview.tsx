import { Button, Group } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { BackupPreview } from '../../../shared/contract/backup';
import { call } from '../../api';
import { verifiedWords } from '../../ui/backup-job';
import { formatInstant } from '../../ui/dates';
import { ErrorNote } from '../../ui/ErrorNote';
import { Kbd } from '../../ui/Kbd';
import { toastDone } from '../../ui/toasts';
import { DifferenceTable } from './DifferenceTable';
import { JobProgress } from './JobProgress';
import classes from './Settings.module.css';
import { useRestore } from './useRestore';

/** What a backup holds and what restoring it would change; then the one thing in Rapport that asks before it acts. */
export function RestorePreview({ preview, onClose }: { preview: BackupPreview; onClose: () => void }) {
  const { backup, differences, identical } = preview;
  const restore = useRestore(async () => {
    const { safetyBackup } = await call('backup.restore', { path: backup.path });
    toastDone(`Restored ${backup.fileName}`);
    return safetyBackup;
  });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  return (
    <div className={classes.preview}>
      <div>
        <h3 ref={heading} tabIndex={-1} className={classes.subheading}>
          {backup.fileName}
        </h3>
        <p className={classes.quiet}>
          Made {formatInstant(backup.createdAt)}. {verifiedWords(backup)}.
        </p>
      </div>
      {restore.kind === 'done' ? (
        <Restored safetyName={restore.value.fileName} onClose={onClose} />
      ) : (
        <>
          {identical ? (
            <p className={classes.verified}>
              <IconCircleCheck size={18} aria-hidden="true" />
              <span>It holds exactly what your journal holds now. There is nothing to restore.</span>
            </p>
          ) : (
            <DifferenceTable differences={differences} />
          )}
          {restore.kind === 'asking' ? (
            <p className={classes.warning} role="alert">
              Your journal will be as it was on {formatInstant(backup.createdAt)}. What it holds now goes into
              a safety backup first, and Undo brings it back.
            </p>
          ) : null}
          {restore.kind === 'running' ? <JobProgress job="restore" label="Restoring" /> : null}
          {restore.kind === 'failed' ? (
            <ErrorNote error={restore.error} title="Nothing was restored" />
          ) : null}
          <Group gap="sm" justify="flex-end">
            <Button variant="default" disabled={restore.kind === 'running'} onClick={onClose}>
              {identical ? 'Close' : 'Cancel'}
            </Button>
            {identical ? null : restore.kind === 'asking' || restore.kind === 'running' ? (
              <Button color="red" loading={restore.kind === 'running'} onClick={restore.confirm} autoFocus>
                Yes, restore it
              </Button>
            ) : (
              <Button onClick={restore.ask}>Restore this backup…</Button>
            )}
          </Group>
        </>
      )}
    </div>
  );
}

function Restored({ safetyName, onClose }: { safetyName: string; onClose: () => void }) {
  return (
    <>
      <p className={classes.verified} role="status">
        <IconCircleCheck size={18} aria-hidden="true" />
        <span>
          Restored. What the journal held before is in the safety backup “{safetyName}”, and Undo{' '}
          <Kbd keys="Mod+Z" /> brings it back.
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
