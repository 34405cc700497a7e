import { type Remark, remarkOf } from '../electron/journal/check/remarks';
import { type JournalBeside, readBeside } from '../electron/journal/opening/read-beside';
import type { StoreOptions } from '../electron/journal/store-options';
import { exitCodes, Stop, stopFor } from './exit-codes';
import type { World } from './world';

/** Reads a journal to work with what is in it, and says what is wrong with its files. Throws `Stop` where the app would not open it. */
export async function readToUse(
  folder: string,
  world: World,
): Promise<{ read: JournalBeside; problems: Remark[] }> {
  const read = await readBeside(storeOptions(folder, world));
  if (!read.ok) throw stopFor(read.failure);
  refuseForgetting(read.value);
  const problems = read.value.findings.map(remarkOf).filter(({ severity }) => severity === 'problem');
  for (const { message } of problems) world.warn(`${message}\n`);
  return { read: read.value, problems };
}

/** What is half forgotten must come into no other file. */
export function refuseForgetting({ isForgetting }: JournalBeside): void {
  if (!isForgetting) return;
  throw new Stop(
    exitCodes.refused,
    'forgetting',
    'Somebody is being forgotten in this journal, and that is not finished yet. Open the journal in Rapport once: it finishes this first.',
  );
}

export function storeOptions(folder: string, { fs, now, newId }: World): StoreOptions {
  return { fs, folder, now, newId };
}
