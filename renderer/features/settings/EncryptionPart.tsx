import { Button, Group } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Encryption } from '../../../shared/contract/app';
import { call, useRead } from '../../api';
import { usePassphraseWanted } from '../../ui/backup-passphrase';
import { EnterPassphrase } from '../../ui/EnterPassphrase';
import { ErrorNote } from '../../ui/ErrorNote';
import { toastInfo } from '../../ui/toasts';
import { useFocusOnReturn } from '../../ui/useFocusOnReturn';
import { PassphraseForm } from './PassphraseForm';
import { RecoveryNote } from './RecoveryNote';
import classes from './Settings.module.css';
import { useTask } from '../../ui/useTask';

/** Whether backups are encrypted: the passphrase, what it means to lose it, and where it is kept. */
export function EncryptionPart() {
  const client = useQueryClient();
  const encryption = useRead('encryption.get', {});
  const [step, setStep] = useState<'looking' | 'choosing' | { note: string }>('looking');
  const task = useTask();
  const wanted = usePassphraseWanted();
  const chooser = useFocusOnReturn<HTMLButtonElement>(step !== 'looking' || task.busy || wanted);
  const show = async (next: Encryption) => {
    client.setQueryData(['encryption.get', {}], next);
    await client.invalidateQueries({ queryKey: ['backup.list'] });
  };
  const start = (passphrase: string) =>
    task.run(async () => {
      await show(await call('encryption.start', { passphrase }));
      setStep({ note: passphrase });
    });
  const stop = () =>
    task.run(async () => {
      await show(await call('encryption.stop', {}));
      toastInfo('Backups are not encrypted from now on. Those that are stay so.');
    });
  if (!encryption.data) return null;
  const { isOn, hasKeychain } = encryption.data;
  return (
    <div className={classes.part} data-section="encryption">
      <h3 className={classes.subheading} tabIndex={-1}>
        Encryption
      </h3>
      <EncryptionWords encryption={encryption.data} />
      {step === 'choosing' ? (
        <PassphraseForm
          busy={task.busy}
          hasKeychain={hasKeychain}
          onChosen={start}
          onCancel={() => setStep('looking')}
        />
      ) : (
        <>
          {wanted ? <EnterPassphrase /> : null}
          <Group gap="sm">
            <Button ref={chooser} variant="default" disabled={task.busy} onClick={() => setStep('choosing')}>
              {isOn ? 'Choose another passphrase…' : 'Encrypt with a passphrase…'}
            </Button>
            {isOn ? (
              <Button variant="default" disabled={task.busy} onClick={stop}>
                Stop encrypting
              </Button>
            ) : null}
          </Group>
        </>
      )}
      <ErrorNote error={task.error} title="Encryption is as it was" withFields />
      {typeof step === 'object' ? (
        <RecoveryNote passphrase={step.note} onClose={() => setStep('looking')} />
      ) : null}
    </div>
  );
}

function EncryptionWords({ encryption }: { encryption: Encryption }) {
  const Icon = encryption.isOn ? IconLock : IconLockOpen;
  return (
    <p className={classes.verified}>
      <Icon size={18} aria-hidden="true" />
      <span>{wordsOf(encryption)}</span>
    </p>
  );
}

function wordsOf({ isOn, isUnlocked, hasKeychain }: Encryption): string {
  if (!isOn) return 'Backups are not encrypted: who has the file can read it.';
  if (!isUnlocked) return 'Backups are encrypted, and Rapport does not know the passphrase just now.';
  return hasKeychain
    ? 'Backups are encrypted. The passphrase is kept in this computer’s keychain, and nowhere else.'
    : 'Backups are encrypted. This computer has no keychain that Rapport could use: it knows the passphrase until it is closed, and has to be told again.';
}
