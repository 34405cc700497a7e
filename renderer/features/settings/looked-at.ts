/** A backup that is being looked into; the passphrase when it was asked for. */
export interface LookedAt {
  path: string;
  passphrase?: string;
}

export function fileNameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
