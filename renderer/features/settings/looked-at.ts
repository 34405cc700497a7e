/** A backup that is being looked into; the passphrase when it was asked for. */
export interface LookedAt {
  path: string;
  passphrase?: string;
}
