import { Button, Group } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { BackupPreview } from '../../../shared/contract/backup';
import { call, callErrorOf } from '../../api';
import { ErrorNote } from '../../ui/ErrorNote';
import { BackupList } from './BackupList';
import { PassphraseQuestion } from './PassphraseQuestion';
import type { LookedAt } from './looked-at';
import { RestorePreview } from './RestorePreview';
import { Section } from './Section';
import { useTask } from './useTask';

/** Choose a backup, see what restoring it would change, then restore all of it or single people. */
export function RestoreSection() {
  const [at, setAt] = useState<LookedAt | null>(null);
  const [preview, setPreview] = useState<BackupPreview | null>(null);
  const task = useTask();
  const chooser = useRef<HTMLButtonElement>(null);
  const wasLooking = useRef(false);
  // Afterwards the keyboard goes on where a backup is chosen.
  useEffect(() => {
    if (wasLooking.current && at === null) chooser.current?.focus();
    wasLooking.current = at !== null;
  }, [at]);
  const look = async (backup: LookedAt) => {
    setPreview(null);
    setAt(backup);
    setPreview(await call('backup.preview', backup));
  };
  const choose = async () => {
    const { path } = await call('backup.choose', {});
    if (path !== null) await look({ path });
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
          <BackupList busy={task.busy} onLook={(path) => task.run(() => look({ path }))} />
          <Group gap="sm">
            <Button ref={chooser} variant="default" loading={task.busy} onClick={() => task.run(choose)}>
              Choose a backup file…
            </Button>
          </Group>
        </>
      )}
      {asks ? null : <ErrorNote error={task.error} title="This backup cannot be used" withFields />}
    </Section>
  );
}
