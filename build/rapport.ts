/** `npm run rapport -- check`: the command, built when a source is newer. What follows `--` goes to it. */
import { ensureBuilt } from './build-app';
import { commandFile } from './command-line';
import { main } from './main';
import { run } from './run';

await main(async () => {
  await ensureBuilt();
  // npm goes to the project's folder first; paths are meant from where it was called.
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  const { code } = await run(process.execPath, [commandFile, ...process.argv.slice(2)], { cwd, show: true });
  return code;
});
