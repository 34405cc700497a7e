/** What the journal's thread and the thread for passphrases say to each other. */
export type ToVault =
  | { kind: 'seal'; id: number; bytes: Uint8Array; passphrase: string }
  | { kind: 'open'; id: number; bytes: Uint8Array; passphrase: string }
  | { kind: 'strength'; id: number; passphrase: string }
  | { kind: 'suggest'; id: number };

export type FromVault = { id: number; ok: true; value: unknown } | { id: number; ok: false; detail: string };
