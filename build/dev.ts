/** `npm run dev`: electron-vite's dev server with reloading, in the Electron the other scripts use. */
import { forgetBuild, viteConfigArgs } from './build-app';
import { ensureElectron } from './ensure-electron';
import { explainMissingSandbox, prepareDesktop } from './linux-check';
import { main } from './main';
import { runTool } from './run';

await main(async () => {
  const electron = await ensureElectron();
  explainMissingSandbox(electron.executablePath);
  const desktop = await prepareDesktop();
  forgetBuild();
  try {
    const forElectron = [...desktop.electronArgs, ...process.argv.slice(2)];
    const args = [
      'dev',
      ...viteConfigArgs,
      '--watch',
      ...(forElectron.length > 0 ? ['--', ...forElectron] : []),
    ];
    const env = { ...desktop.env, ELECTRON_EXEC_PATH: electron.executablePath };
    const { code } = await runTool('electron-vite', args, { env, show: true });
    return code;
  } finally {
    desktop.close();
  }
});
