import type { PassphraseStrength } from '../../shared/contract/backup';

/** What came of opening an encrypted file. A damaged head cannot be told from another passphrase by the file alone. */
export type Opened =
  { kind: 'opened'; bytes: Uint8Array } | { kind: 'wrongPassphrase' } | { kind: 'damaged' };

/** Locks and unlocks with a passphrase. It takes seconds by design. */
export interface Locksmith {
  /** Throws `cancelled` when the signal is aborted. */
  seal(bytes: Uint8Array, passphrase: string, signal?: AbortSignal): Promise<Uint8Array>;
  open(bytes: Uint8Array, passphrase: string, signal?: AbortSignal): Promise<Opened>;
}

/** Everything that needs a passphrase. In the app it happens away from the journal's thread. */
export interface Vault extends Locksmith {
  strength(passphrase: string): Promise<PassphraseStrength>;
  /** A passphrase of words drawn by lot. */
  suggest(): Promise<string>;
}
