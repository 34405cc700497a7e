import { Button, Group } from '@mantine/core';
import { IconArchive, IconCircleCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { LastBackup } from '../../../shared/contract/backup';
import { call, callErrorOf, useRead } from '../../api';
import { startBackup, useBackupJobInPlace, verifiedWords } from '../../ui/backup-job';
import { runCommand } from '../../ui/commands';
import { formatDay } from '../../../shared/words/dates';
import { ErrorNote } from '../../ui/ErrorNote';
import { Kbd } from '../../ui/Kbd';
import { AutomaticWords } from './AutomaticWords';
import { EncryptionPart } from './EncryptionPart';
import { JobProgress } from '../../ui/JobProgress';
import { useFocusOnReturn } from '../../ui/useFocusOnReturn';
import { PathLine } from './PathLine';
import { SecondPlaceLine } from './SecondPlaceLine';
import { Section } from './Section';
import classes from './Settings.module.css';
import { useBackups } from './useBackups';
import { useTask } from '../../ui/useTask';

/** One file that restores everything: make one now, and where they go. */
export function BackupSection({ lastBackup, sample }: { lastBackup: LastBackup | null; sample: boolean }) {
  const job = useBackupJobInPlace();
  const list = useBackups();
  const running = job.kind === 'running';
  const [isBegunHere, setBegunHere] = useState(false);
  const button = useFocusOnReturn<HTMLButtonElement>(running);
  useEffect(() => {
    if (!running) setBegunHere(false);
  }, [running]);
  const start = () => {
    setBegunHere(true);
    startBackup();
  };
  const wasCancelled = job.kind === 'failed' && callErrorOf(job.error).code === 'cancelled';
  return (
    <Section
      name="backups"
      title="Backups"
      description="One file holds everything. Each is opened again and counted right after it is written."
    >
      <Group gap="md">
        <Button ref={button} loading={running} onClick={start} rightSection={<Kbd keys="Mod+Shift+B" />}>
          Back up now
        </Button>
        {lastBackup && !running ? <NewestBackup backup={lastBackup} /> : null}
      </Group>
      {running ? (
        <JobProgress job="backup" label="Writing and checking" canCancel hasFocus={isBegunHere} />
      ) : null}
      {wasCancelled ? <p className={classes.quiet}>No backup was made: you cancelled it.</p> : null}
      {job.kind === 'failed' && !wasCancelled ? (
        <ErrorNote error={job.error} title="No backup was made" />
      ) : null}
      {list.data ? <AutomaticWords state={list.data.automatic} /> : null}
      <BackupFolder sample={sample} />
      {sample || !list.data ? null : <SecondPlaceLine second={list.data.second} />}
      {sample ? null : <EncryptionPart />}
    </Section>
  );
}

function NewestBackup({ backup }: { backup: LastBackup }) {
  const { verifiedAt } = backup;
  return (
    <p className={classes.verified}>
      {verifiedAt === null ? null : <IconCircleCheck size={18} aria-hidden="true" />}
      <span>
        {verifiedWords(backup)}, {formatDay((verifiedAt ?? backup.createdAt).slice(0, 10))}
      </span>
    </p>
  );
}

function BackupFolder({ sample }: { sample: boolean }) {
  const client = useQueryClient();
  const settings = useRead('settings.get', {});
  const list = useRead('backup.list', {});
  const task = useTask();
  const chooser = useFocusOnReturn<HTMLButtonElement>(task.busy);
  const keepFolder = async (backupFolder: string | null) => {
    await call('settings.set', { backupFolder });
    await client.invalidateQueries({ queryKey: ['settings.get'] });
    await client.invalidateQueries({ queryKey: ['backup.list'] });
  };
  const choose = async () => {
    const { path } = await call('app.chooseFolder', { for: 'backups' });
    if (path !== null) await keepFolder(path);
  };
  if (!settings.data) return null;
  const { backupFolder, defaultBackupFolder } = settings.data;
  if (sample) return list.data ? <SampleBackupFolder folder={list.data.folder} /> : null;
  return (
    <>
      <PathLine icon={<IconArchive size={18} />} path={backupFolder ?? defaultBackupFolder}>
        <ShowBackups />
        <Button
          ref={chooser}
          variant="default"
          size="compact-sm"
          disabled={task.busy}
          onClick={() => task.run(choose)}
        >
          Choose another…
        </Button>
        {backupFolder === null ? null : (
          <Button
            variant="default"
            size="compact-sm"
            disabled={task.busy}
            onClick={() => task.run(() => keepFolder(null))}
          >
            Use the usual one
          </Button>
        )}
      </PathLine>
      <ErrorNote error={task.error} title="The backup folder was not changed" withFields />
    </>
  );
}

/** The sample's backups go to a place of their own and never among the user's. */
function SampleBackupFolder({ folder }: { folder: string }) {
  return (
    <PathLine icon={<IconArchive size={18} />} path={folder}>
      <ShowBackups />
    </PathLine>
  );
}

function ShowBackups() {
  return (
    <Button variant="default" size="compact-sm" onClick={() => runCommand('showBackups')}>
      Show
    </Button>
  );
}
