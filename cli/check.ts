import { checkJournal } from '../electron/journal/check/check-journal';
import type { Options } from './arguments';
import { checkWords } from './check-words';
import { type ExitCode, exitCodes, stopFor } from './exit-codes';
import { placesFor } from './places';
import { storeOptions } from './read';
import type { World } from './world';

/** `rapport check`: reads everything, changes nothing. */
export async function check(options: Options, world: World): Promise<ExitCode> {
  const { journal } = await placesFor(options, world);
  const checked = await checkJournal(storeOptions(journal, world));
  if (!checked.ok) throw stopFor(checked.failure);
  const { report } = checked.value;
  const json = { format: 'rapport-check', version: 1, ...report };
  await world.print(options.json ? `${JSON.stringify(json, null, 2)}\n` : checkWords(report));
  return report.ok ? exitCodes.fine : exitCodes.problems;
}
