import { resolve } from 'node:path';
import { openAge, sealAge } from '../electron/backup/age-file';
import type { Locksmith } from '../electron/backup/vault';
import { fileFailure } from '../electron/journal/files/durable-file';
import type { Options } from './arguments';
import { exitCodes, Stop, stopFor } from './exit-codes';
import type { Places } from './places';
import type { World } from './world';

/** Nobody waits at a window: the slow work may happen right here. */
export const locksmith: Locksmith = {
  seal: (bytes, passphrase) => sealAge(bytes, passphrase),
  open: openAge,
};

/**
 * Whether it is another passphrase than the one that the user chose in the app, as far as the app keeps a proof of that. What
 * is locked with another, as with a former one that cron was left with, may be locked for good.
 */
export async function isOtherPassphrase(
  { encryptBackups, passphraseProof }: Pick<Places, 'encryptBackups' | 'passphraseProof'>,
  passphrase: string,
): Promise<boolean> {
  if (!encryptBackups || passphraseProof === null) return false;
  const { kind } = await locksmith.open(Buffer.from(passphraseProof, 'base64'), passphrase);
  // A proof that is damaged itself refuses nobody.
  return kind === 'wrongPassphrase';
}

/** The passphrase: the first line of the file that was named, otherwise that of the environment. Null for none. */
export async function passphraseFrom(
  { passphraseFile }: Pick<Options, 'passphraseFile'>,
  { fs, env, workingFolder }: Pick<World, 'fs' | 'env' | 'workingFolder'>,
): Promise<string | null> {
  if (passphraseFile === null) return env['RAPPORT_PASSPHRASE'] || null;
  const path = resolve(workingFolder, passphraseFile);
  const content = await fs.readFile(path).catch((error: unknown) => {
    throw stopFor(fileFailure(error, path));
  });
  const [line = ''] = content
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  if (line !== '') return line;
  throw new Stop(
    exitCodes.wrongUsage,
    'wrongUsage',
    `The first line of ${path} is empty: it should be the passphrase.`,
  );
}
