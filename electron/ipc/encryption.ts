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
  /** Null without an open journal: then there is no thread that could lock anything. */
  const prove = async (secret: string): Promise<string | null> => {
    const proven = await session.call('passphrase.prove', { passphrase: secret });
    return proven.ok ? journalContract['passphrase.prove'].output.parse(proven.value).proof : null;
  };
  const isAnother = async (secret: string): Promise<boolean> => {
    const proof = passphrase.proof();
    if (proof === null) return false;
    const tried = await session.call('passphrase.fits', { passphrase: secret, proof });
    return tried.ok && !journalContract['passphrase.fits'].output.parse(tried.value).fits;
  };
  return {
    'encryption.get': async () => answered(passphrase.state()),
    'encryption.start': async (input) => {
      await passphrase.start(input.passphrase, await prove(input.passphrase));
      return changed();
    },
    'encryption.enter': async (input) => {
      // Mistyped, it would lock backups that nobody could open.
      if (await isAnother(input.passphrase)) return refusal({ kind: 'otherPassphrase' });
      passphrase.enter(input.passphrase);
      return changed();
    },
    'encryption.stop': async () => {
      await passphrase.stop();
      return changed();
    },
  };
}
