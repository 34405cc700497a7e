import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskFs } from '../../../electron/journal/files/fs';
import type { World } from '../../../cli/world';
import { plainVault } from '../electron/backup/plain-vault';
import { tempFolder, testOptions } from '../electron/journal/temp-journal';

/** A computer without a terminal, a home of its own, and what was written there. */
export function testWorld(changes: Partial<World> = {}) {
  const home = tempFolder();
  const said = { out: '', err: '', asked: [] as string[] };
  const { newId } = testOptions(home);
  const world: World = {
    fs: diskFs,
    now: () => new Date('2026-05-04T09:30:00Z'),
    newId,
    env: {},
    platform: 'linux',
    home,
    workingFolder: home,
    version: '1.2.3',
    windowsDocuments: async () => null,
    print: async (text) => {
      said.out += text;
    },
    warn: (text) => (said.err += text),
    ask: null,
    ...changes,
  };
  return { world, home, said };
}

/** The app on this computer is set to encrypt, with this passphrase. */
export async function encryptingWith(home: string, passphrase: string): Promise<void> {
  const folder = join(home, '.config', 'Rapport');
  const proof = await plainVault.seal(new Uint8Array(), passphrase);
  mkdirSync(folder, { recursive: true });
  const settings = { encryptBackups: true, passphraseProof: Buffer.from(proof).toString('base64') };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
}

/** One who answers the question in this way. */
export function answering(answer: string): Pick<World, 'ask'> {
  return { ask: async () => answer };
}
