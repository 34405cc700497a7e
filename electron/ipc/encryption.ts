import type { BackupPassphrase } from '../shell/backup-passphrase';
import type { AppHandlers } from './answer';
import type { JournalSession } from './journal-session';
import { answered } from './refusal';

type EncryptionCalls = Pick<AppHandlers, Extract<keyof AppHandlers, `encryption.${string}`>>;

export interface EncryptionCallOptions {
  passphrase: BackupPassphrase;
  session: Pick<JournalSession, 'backupsChanged'>;
}

/** Whether backups are encrypted. The passphrase goes from the window to the keychain and to the journal's thread. */
export function encryptionHandlers({ passphrase, session }: EncryptionCallOptions): EncryptionCalls {
  const changed = async () => {
    const told = await session.backupsChanged();
    // Without an open journal the thread learns of it when one is opened.
    if (!told.ok && told.error.code !== 'notOpen') return told;
    return answered(passphrase.state());
  };
  return {
    'encryption.get': async () => answered(passphrase.state()),
    'encryption.start': async (input) => {
      await passphrase.start(input.passphrase);
      return changed();
    },
    'encryption.enter': async (input) => {
      passphrase.enter(input.passphrase);
      return changed();
    },
    'encryption.stop': async () => {
      await passphrase.stop();
      return changed();
    },
  };
}
