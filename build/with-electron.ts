import { ensureBuilt } from './build-app';
import { ensureElectron } from './ensure-electron';
import { explainMissingSandbox, prepareDesktop } from './linux-check';

/**
 * Sees to a built app, an Electron and a display, and runs a program that drives the app. The program
 * learns of them from the environment: `launchOptions()` reads it.
 */
export async function withElectron(drive: (env: NodeJS.ProcessEnv) => Promise<number>): Promise<number> {
  await ensureBuilt();
  const electron = await ensureElectron();
  explainMissingSandbox(electron.executablePath);
  const desktop = await prepareDesktop();
  try {
    return await drive({
      ...desktop.env,
      RAPPORT_ELECTRON: electron.executablePath,
      RAPPORT_ELECTRON_ARGS: JSON.stringify([...desktop.electronArgs, ...electron.appArgs]),
    });
  } finally {
    desktop.close();
  }
}
