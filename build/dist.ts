/**
 * `npm run dist` packages installers for this platform; `npm run dist:dir` an unpacked app to try.
 * Installers hold the official Electron only. The unpacked app may be made with the fallback.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildApp } from './build-app';
import { downloadOfficialElectron } from './electron-official';
import { ensureElectron } from './ensure-electron';
import { main } from './main';
import { cacheFolder, inProject } from './paths';
import { runTool } from './run';

await main(async () => {
  const [target = 'installers'] = process.argv.slice(2);
  if (target !== 'dir') {
    await downloadOfficialElectron();
    return packageApp('electron-builder.official.yml', []);
  }
  const electron = await ensureElectron();
  if (electron.source !== 'fallback') return packageApp('electron-builder.official.yml', ['--dir']);
  process.stdout.write('For trying out only: a release holds the official Electron.\n');
  const electronDist = await copyWithoutApp(dirname(electron.executablePath));
  try {
    const settings = [`-c.electronDist=${electronDist}`, `-c.electronVersion=${electron.version}`];
    return await packageApp('electron-builder.yml', ['--dir', ...settings]);
  } finally {
    await rm(electronDist, { recursive: true, force: true });
  }
});

async function packageApp(config: string, args: readonly string[]): Promise<number> {
  const built = await buildApp({ show: true });
  if (built.code !== 0) return built.code;
  const fixed = ['--config', inProject('build', config), '--publish', 'never'];
  const { code } = await runTool('electron-builder', [...fixed, ...args], { show: true });
  return code;
}

/** The cached Electron has a link to this project among its resources, which a package must not follow. */
async function copyWithoutApp(electronFolder: string): Promise<string> {
  const copy = await mkdtemp(join(cacheFolder, 'electron-dist-'));
  const appLink = join(electronFolder, 'resources/app');
  await cp(electronFolder, copy, { recursive: true, filter: (source) => source !== appLink });
  return copy;
}
