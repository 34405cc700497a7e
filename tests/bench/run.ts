/** `npm run bench`: figures on a made-up journal of 5,000 people and 100,000 interactions. Ends with 1 when one is over its limit. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import { diskFs } from '../../electron/journal/fs';
import { Journal } from '../../electron/journal/journal';
import { JournalStore, valueOrThrow } from '../../electron/journal/journal-store';
import type { StoreOptions } from '../../electron/journal/store-options';
import { changesOf, largeJournal } from '../fixtures/large-journal';
import { type Figure, isWithin, printFigure } from './bench-kit';
import { benchBlocking } from './blocking';
import { benchCommit } from './commit';
import { benchInsights } from './insights';
import { benchLoad } from './load';
import { benchSearch } from './search';
import { benchStart } from './start';

const PEOPLE = 5_000;
const INTERACTIONS = 100_000;

const scratch = mkdtempSync(join(tmpdir(), 'rapport-bench-'));
const figures: Figure[] = [];
const report = (...found: Figure[]): void => {
  figures.push(...found);
  found.forEach(printFigure);
};

try {
  const large = largeJournal(PEOPLE, INTERACTIONS);
  const options: StoreOptions = {
    fs: diskFs,
    folder: join(scratch, 'journal'),
    now: () => new Date(),
    newId: () => uuidV7(),
  };
  const made = await JournalStore.create(options, { sample: false, changes: changesOf(large) });
  await valueOrThrow(made).close();
  report(await benchLoad(options));
  const store = valueOrThrow(await JournalStore.open(options));
  report(...(await benchCommit(store, large, scratch)));
  const journal = new Journal(store, () => new Date());
  report(await benchSearch(journal));
  report(...(await benchInsights(journal)));
  await store.close();
  report(...(await benchBlocking(options.folder, scratch)));
  report(await benchStart(scratch));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = figures.every(isWithin) ? 0 : 1;
