import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { BackupPreview } from '../../../shared/contract/backup';
import { call, callErrorOf } from '../../api';
import { useEnterPassphrase, usePassphraseWanted } from '../../ui/backup-passphrase';
import { ErrorNote } from '../../ui/ErrorNote';
import { BackupList } from './BackupList';
import { PassphraseQuestion } from './PassphraseQuestion';
import { fileNameOf, type LookedAt } from './looked-at';
import { RestorePreview } from './RestorePreview';
import { Section } from './Section';
import { useTask } from '../../ui/useTask';

type CameFrom = { kind: 'nowhere' } | { kind: 'file' } | { kind: 'row'; path: string };

/** Choose a backup, see what restoring it would change, then restore all of it or single people. */
export function RestoreSection() {
  const [at, setAt] = useState<LookedAt | null>(null);
  const [preview, setPreview] = useState<BackupPreview | null>(null);
  /** Afterwards the keyboard goes on where this backup was chosen: at its row, or at the button that asks for a file. */
  const [cameFrom, setCameFrom] = useState<CameFrom>({ kind: 'nowhere' });
  const task = useTask();
  const isWanted = usePassphraseWanted();
  const enterPassphrase = useEnterPassphrase();
  const look = async (backup: LookedAt) => {
    setPreview(null);
    setAt(backup);
    setPreview(await call('backup.preview', backup));
    // What opened this one may be what automatic backups wait for; where it is another's, nothing is said.
    const { passphrase } = backup;
    if (passphrase !== undefined && isWanted) await enterPassphrase(passphrase).catch(() => undefined);
  };
  const choose = async () => {
    const { path } = await call('backup.choose', {});
    if (path === null) return;
    setCameFrom({ kind: 'file' });
    await look({ path });
  };
  const lookIntoRow = (path: string) => {
    setCameFrom({ kind: 'row', path });
    task.run(() => look({ path }));
  };
  const close = () => {
    setPreview(null);
    setAt(null);
    // What was read of it is not needed any more; that it could not be said is of no matter here.
    call('backup.close', {}).catch(() => undefined);
  };
  const code = task.error === null ? null : callErrorOf(task.error).code;
  const asks = at !== null && (code === 'passphraseNeeded' || code === 'wrongPassphrase');
  return (
    <Section
      name="restore"
      title="Restore"
      description="Look first at what a backup would change. Before anything is restored, a safety backup is made."
    >
      {preview && at ? (
        <RestorePreview key={at.path} at={at} preview={preview} onClose={close} />
      ) : asks ? (
        <PassphraseQuestion
          key={at.path}
          path={at.path}
          busy={task.busy}
          error={code === 'wrongPassphrase' ? task.error : null}
          onAnswer={(passphrase) => task.run(() => look({ path: at.path, passphrase }))}
          onCancel={() => {
            close();
            task.clear();
          }}
        />
      ) : (
        <>
          <BackupList
            busy={task.busy}
            focused={cameFrom.kind === 'row' ? cameFrom.path : null}
            onLook={lookIntoRow}
          />
          <Group gap="sm">
            <Button
              autoFocus={cameFrom.kind === 'file'}
              variant="default"
              loading={task.busy}
              onClick={() => task.run(choose)}
            >
              Choose a backup file…
            </Button>
          </Group>
        </>
      )}
      {asks ? null : <ErrorNote error={task.error} title={refusedTitle(at)} withFields />}
    </Section>
  );
}

/** Below a list of many it must say which one. */
function refusedTitle(at: LookedAt | null): string {
  return at === null ? 'This backup cannot be used' : `“${fileNameOf(at.path)}” cannot be used`;
}
