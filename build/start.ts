/** `npm start`: builds when needed and opens the app. What follows `--` goes to the app. */
import { ensureBuilt } from './build-app';
import { ensureElectron } from './ensure-electron';
import { explainMissingSandbox, prepareDesktop } from './linux-check';
import { main } from './main';
import { run } from './run';

await main(async () => {
  await ensureBuilt();
  const electron = await ensureElectron();
  explainMissingSandbox(electron.executablePath);
  const desktop = await prepareDesktop();
  try {
    const args = [...desktop.electronArgs, ...electron.appArgs, ...process.argv.slice(2)];
    const { code } = await run(electron.executablePath, args, { env: desktop.env, show: true });
    return code;
  } finally {
    desktop.close();
  }
});
