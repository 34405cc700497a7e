/** `npm run bench`: measures against the figures recorded in tests/bench. */
import { inProject } from './paths';
import { main } from './main';
import { runScript } from './run';
import { withElectron } from './with-electron';

await main(() =>
  withElectron(async (env) => {
    const { code } = await runScript(inProject('tests/bench/run.ts'), process.argv.slice(2), {
      env,
      show: true,
    });
    return code;
  }),
);
