import { dirname } from 'node:path';
import { failed, type Result, success } from '../../shared/result';
import type { Fs } from '../journal/files/fs';
import { type ReadBackup, readBackup, type Unseal } from './read-backup';
import { sha256Of } from './sha256';
import { listShelf } from './shelf';
import type { Locksmith } from './vault';

/** Opens with the first of the passphrases that fits. */
export function unsealWith(
  vault: Locksmith,
  passphrases: readonly (string | null | undefined)[],
  signal?: AbortSignal,
): Unseal {
  const tried = [...new Set(passphrases)].filter((one) => one !== null && one !== undefined);
  return async (bytes, path) => {
    if (tried.length === 0) return failed({ kind: 'passphraseNeeded', to: 'open', path });
    for (const passphrase of tried) {
      const opened = await vault.open(bytes, passphrase, signal);
      if (opened.kind === 'opened') return success(Buffer.from(opened.bytes));
      if (opened.kind === 'damaged') {
        return failed({ kind: 'backupDamaged', path, detail: 'the file is cut short or was altered.' });
      }
    }
    return failed({ kind: 'wrongPassphrase', path, sure: false });
  };
}

/**
 * Reads a backup, and tells a wrong passphrase from a damaged file where that can be told: the file's bytes are those
 * that were verified when it was made, or they are not.
 */
export async function openBackup(fs: Fs, path: string, unseal: Unseal): Promise<Result<ReadBackup>> {
  const read = await readBackup(fs, path, unseal);
  if (read.ok || read.failure.kind !== 'wrongPassphrase') return read;
  const shelf = await listShelf(fs, dirname(path)).catch(() => []);
  const known = shelf.find((backup) => backup.path === path)?.sha256 ?? null;
  if (known === null) return read;
  if ((await sha256Of(await fs.readFile(path))) === known) {
    return failed({ kind: 'wrongPassphrase', path, sure: true });
  }
  return failed({ kind: 'backupDamaged', path, detail: 'the file is not what was backed up.' });
}

/** The one backup that the user is looking into, so that each look does not read it anew. */
export class LookedInto {
  private held: { key: string; read: ReadBackup } | null = null;

  constructor(private readonly fs: Fs) {}

  async open(path: string, unseal: Unseal): Promise<Result<ReadBackup>> {
    const stat = await this.fs.stat(path).catch(() => null);
    const key = `${path} ${stat?.bytes} ${stat?.modifiedMs}`;
    if (this.held?.key === key) return success(this.held.read);
    this.held = null;
    const read = await openBackup(this.fs, path, unseal);
    if (read.ok) this.held = { key, read: read.value };
    return read;
  }

  /** Gives its memory back. */
  close(): void {
    this.held = null;
  }
}
