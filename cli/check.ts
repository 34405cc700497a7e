import type { Options } from './arguments';
import { checkWords } from './check-words';
import { type ExitCode, exitCodes } from './exit-codes';
import { inspect } from './inspect';
import { placesFor } from './places';
import type { World } from './world';

/** `rapport check`: reads everything, changes nothing. */
export async function check(options: Options, world: World): Promise<ExitCode> {
  const { journal } = await placesFor(options, world);
  const report = await inspect(journal, world);
  const json = { format: 'rapport-check', version: 1, ...report };
  await world.print(options.json ? `${JSON.stringify(json, null, 2)}\n` : checkWords(report));
  return report.ok ? exitCodes.fine : exitCodes.problems;
}
