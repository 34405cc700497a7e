import { journalContract } from '../../shared/contract/journal-contract';
import type { BackupPassphrase } from '../shell/backup-passphrase';
import type { AppHandlers } from './answer';
import type { JournalSession } from './journal-session';
import { answered, refusal } from './refusal';

type EncryptionCalls = Pick<AppHandlers, Extract<keyof AppHandlers, `encryption.${string}`>>;

export interface EncryptionCallOptions {
  passphrase: BackupPassphrase;
  session: Pick<JournalSession, 'backupsChanged' | 'call'>;
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
      const proven = await session.call('passphrase.prove', { passphrase: input.passphrase });
      if (!proven.ok) return proven;
      const { proof } = journalContract['passphrase.prove'].output.parse(proven.value);
      await passphrase.start(input.passphrase, proof);
      return changed();
    },
    'encryption.enter': async (input) => {
      const proof = passphrase.proof();
      if (proof !== null) {
        // Mistyped, it would lock backups that nobody could open: one that could not be tried is not taken either.
        const tried = await session.call('passphrase.fits', { passphrase: input.passphrase, proof });
        if (!tried.ok) return tried;
        const { fits } = journalContract['passphrase.fits'].output.parse(tried.value);
        if (!fits) return refusal({ kind: 'otherPassphrase' });
      }
      passphrase.enter(input.passphrase);
      return changed();
    },
    'encryption.stop': async () => {
      await passphrase.stop();
      return changed();
    },
  };
}
