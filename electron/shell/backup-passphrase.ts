import type { SafeStorage } from 'electron';
import type { Encryption as EncryptionState } from '../../shared/contract/app';
import type { Encryption } from '../journal/thread-protocol';
import type { SettingsStore } from './settings';

/** What is used of Electron's `safeStorage`: the keychain of the system. */
export type Keychain = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> & {
  getSelectedStorageBackend?: () => string;
};

export interface BackupPassphrase {
  state: () => EncryptionState;
  encryption: () => Encryption;
  /** To be called when the app is ready: the keychain answers no earlier. */
  unlock: () => void;
  /** `proof` is kept, to know the passphrase by when it is entered again. */
  start: (passphrase: string, proof: string) => Promise<void>;
  proof: () => string | null;
  enter: (passphrase: string) => void;
  stop: () => Promise<void>;
}

/** With these Chromium has no secret of its own and writes what anybody could read. */
const NO_KEYCHAIN = new Set(['basic_text', 'unknown']);

/**
 * The passphrase that backups are encrypted with. It is kept in the system's keychain and nowhere else: where there is
 * none, it is known until the app ends, and has to be entered again.
 */
export function createBackupPassphrase(
  settings: Pick<SettingsStore, 'get' | 'set'>,
  keychain: Keychain,
): BackupPassphrase {
  let known: string | null = null;

  const hasKeychain = (): boolean =>
    keychain.isEncryptionAvailable() && !NO_KEYCHAIN.has(keychain.getSelectedStorageBackend?.() ?? '');

  return {
    state: () => ({
      isOn: settings.get().encryptBackups,
      isUnlocked: known !== null,
      hasKeychain: hasKeychain(),
    }),
    encryption: () => (settings.get().encryptBackups ? { kind: 'on', passphrase: known } : { kind: 'off' }),
    unlock: () => {
      const { encryptBackups, keptPassphrase } = settings.get();
      if (!encryptBackups || keptPassphrase === null || !hasKeychain()) return;
      try {
        known = keychain.decryptString(Buffer.from(keptPassphrase, 'base64'));
      } catch {
        // Another keychain than the one that kept it, as on another computer: the user is asked, and told why.
        known = null;
      }
    },
    start: async (passphrase, passphraseProof) => {
      known = passphrase;
      const keptPassphrase = hasKeychain() ? keychain.encryptString(passphrase).toString('base64') : null;
      await settings.set({ encryptBackups: true, keptPassphrase, passphraseProof }, 'now');
    },
    proof: () => settings.get().passphraseProof,
    enter: (passphrase) => {
      known = passphrase;
    },
    stop: async () => {
      known = null;
      await settings.set({ encryptBackups: false, keptPassphrase: null, passphraseProof: null }, 'now');
    },
  };
}
