/** `npm run e2e [-- Playwright's arguments]`: the app in a real Electron. */
import { inProject } from './paths';
import { main } from './main';
import { runTool } from './run';
import { withElectron } from './with-electron';

await main(() =>
  withElectron(async (env) => {
    const args = ['test', '--config', inProject('build/playwright.config.ts'), ...process.argv.slice(2)];
    const { code } = await runTool(['@playwright/test', 'playwright'], args, { env, show: true });
    return code;
  }),
);
