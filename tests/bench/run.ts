/**
 * `npm run bench`: figures on a made-up journal of 5,000 people and 100,000 interactions. Ends with 1 when one is over its
 * limit. `npm run bench -- insights search` measures only those; `npm run bench -- list` names them all.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import { diskFs } from '../../electron/journal/files/fs';
import { Journal } from '../../electron/journal/journal';
import { JournalStore, valueOrThrow } from '../../electron/journal/journal-store';
import type { StoreOptions } from '../../electron/journal/store-options';
import { changesOf, type LargeJournal, largeJournal } from '../fixtures/large-journal';
import { type Figure, isWithin, printFigure } from './bench-kit';
import { benchBackup } from './backup';
import { benchBlocking } from './blocking';
import { benchCommit, benchCommitBeside } from './commit';
import { benchPerson, benchScreens } from './insights';
import { benchLoad } from './load';
import { benchNetwork } from './network';
import { benchSearch } from './search';
import { benchStart } from './start';

const PEOPLE = 5_000;
const INTERACTIONS = 100_000;

/** What the benchmarks share: the journal on the disk, opened when one of them first asks for it. */
interface Bed {
  scratch: string;
  options: StoreOptions;
  large: LargeJournal;
  opened: () => Promise<Journal>;
  close: () => Promise<void>;
}

interface Benchmark {
  about: string;
  run: (bed: Bed) => Promise<Figure[]>;
}

/** In the order in which they run: what needs the journal's files to itself comes before it is opened, or closes it. */
const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  load: {
    about: 'opening the journal against JSON.parse of the same bytes',
    run: async ({ options }) => [await benchLoad(options)],
  },
  commit: {
    about: 'saving one entry against an append with fdatasync, and against lowdb',
    run: async ({ opened, large, scratch }) => benchCommit((await opened()).store, large, scratch),
  },
  beside: {
    about: 'the slowest of saving one entry while the files are written anew, and while a backup is made',
    run: async ({ opened, large, scratch }) => benchCommitBeside((await opened()).store, large, scratch),
  },
  search: {
    about: 'search over everything, as it comes up while typing',
    run: async ({ opened }) => [await benchSearch(await opened())],
  },
  insights: {
    about: 'Today and the Insights page: computed once, and kept up to date entry by entry',
    run: async ({ opened }) => benchScreens(await opened()),
  },
  person: {
    about: 'the page of somebody with 2,000 entries: after a new one, and at a past day',
    run: async ({ opened }) => benchPerson(await opened()),
  },
  backup: {
    about: 'a verified backup, and a verified restore, against zipping the same bytes',
    run: async ({ opened, scratch }) => benchBackup(await opened(), scratch),
  },
  network: {
    about: 'the picture of who led to whom with 2,000 people: opened, and gone through by keyboard',
    run: async ({ scratch }) => benchNetwork(scratch),
  },
  blocking: {
    about: 'the longest that the journal holds up the window while it loads, is backed up and restored',
    run: async ({ options, scratch, close }) => {
      await close();
      return benchBlocking(options.folder, scratch);
    },
  },
  start: {
    about: 'start to a usable window against a bare Electron window',
    run: async ({ scratch }) => [await benchStart(scratch)],
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHMARKS));
if (asked.includes('list') || unknown.length > 0) {
  for (const [name, { about }] of Object.entries(BENCHMARKS)) console.log(`${name.padEnd(10)}${about}`);
  process.exitCode = asked.includes('list') ? 0 : 2;
} else {
  const chosen = Object.entries(BENCHMARKS).filter(([name]) => asked.length === 0 || asked.includes(name));
  process.exitCode = (await measure(chosen.map(([, benchmark]) => benchmark))) ? 0 : 1;
}

/** Runs them one after the other; whether every figure is within its limit. */
async function measure(benchmarks: readonly Benchmark[]): Promise<boolean> {
  const scratch = mkdtempSync(join(tmpdir(), 'rapport-bench-'));
  const figures: Figure[] = [];
  try {
    const bed = await makeBed(scratch);
    for (const { run } of benchmarks) {
      const found = await run(bed);
      found.forEach(printFigure);
      figures.push(...found);
    }
    await bed.close();
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return figures.every(isWithin);
}

async function makeBed(scratch: string): Promise<Bed> {
  const large = largeJournal(PEOPLE, INTERACTIONS);
  const options: StoreOptions = {
    fs: diskFs,
    folder: join(scratch, 'journal'),
    now: () => new Date(),
    newId: () => uuidV7(),
  };
  const made = await JournalStore.create(options, { sample: false, changes: changesOf(large) });
  await valueOrThrow(made).close();
  let journal: Journal | null = null;
  return {
    scratch,
    options,
    large,
    opened: async () =>
      (journal ??= new Journal(valueOrThrow(await JournalStore.open(options)), options.now)),
    close: async () => {
      await journal?.store.close();
      journal = null;
    },
  };
}
