import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JournalStore, valueOrThrow } from '../../electron/journal/journal-store';
import { currentFormat, type Format } from '../../shared/model/migrations';
import { report } from './figures';
import { contentOf, filesIn, GOLDEN, goldenContent } from './golden';
import { madeUpFormat, migrated } from './made-up-format';
import { type FaultAction, type Kept, keptAfterPowerCut, MemoryFs } from './memory-fs';
import { openAfter, sessionOptions } from './session';

const isLong = process.env['RAPPORT_FAULTS'] === 'long';
const CODES = ['EIO', 'ENOSPC', 'EACCES', 'EROFS'];
const WRITES: readonly FaultAction[] = [{ kind: 'torn', code: 'ENOSPC' }, { kind: 'short' }];
const FOLDER = '/home/me/Rapport';
const golden = [...filesIn(GOLDEN).keys()].map((name) => ({ name, bytes: readFileSync(join(GOLDEN, name)) }));
const before = JSON.stringify(sorted(goldenContent));
const after = JSON.stringify(sorted(migrated(goldenContent)));

/** The golden journal on a disk in memory, which has not been called yet. */
async function goldenDisk(): Promise<MemoryFs> {
  const fs = new MemoryFs();
  for (const folder of ['entries', 'history']) await fs.mkdir(`${FOLDER}/${folder}`);
  for (const { name, bytes } of golden) fs.put(`${FOLDER}/${name}`, bytes);
  return fs.restart('everything');
}

const optionsOf = (fs: MemoryFs, format: Format) => ({ ...sessionOptions(fs, FOLDER), format });

/** Opens the journal, which brings it to the new format; closes it without another change. */
async function migrate(fs: MemoryFs): Promise<boolean> {
  const opened = await JournalStore.open(optionsOf(fs, madeUpFormat));
  if (opened.ok) await opened.value.release();
  return opened.ok;
}

/** In words what a migration without a fault calls, from the first on. */
async function callsOfMigration(): Promise<readonly string[]> {
  const fs = await goldenDisk();
  expect(await migrate(fs)).toBe(true);
  return fs.trace;
}

const calls = await callsOfMigration();
const everyCall = calls.map((_, index) => index + 1);

describe(`each of the ${calls.length} calls of a migration`, () => {
  it('may be the last before the power goes', async () => {
    const problems: string[] = [];
    let cuts = 0;
    for (const number of everyCall) {
      const fs = await goldenDisk();
      fs.fault = (call) => (call.number === number ? { kind: 'powerCut' } : null);
      await migrate(fs);
      for (const kept of isLong ? keptAfterPowerCut : someKept(number)) {
        cuts += 1;
        const problem = await problemOn(fs.restart(kept));
        if (problem !== null) problems.push(`${kept} kept, at ${fs.trace.at(-1)}: ${problem}`);
      }
    }
    report('power cuts of a migration', cuts);
    expect(problems).toEqual([]);
  });

  it('may fail, and be the first of a disk that is gone', async () => {
    const problems: string[] = [];
    let faults = 0;
    for (const number of everyCall) {
      const codes = isLong ? CODES : [CODES[number % CODES.length] ?? 'EIO'];
      const actions: FaultAction[] = [
        ...codes.map((code): FaultAction => ({ kind: 'error', code })),
        ...(/^\d+ write /.test(calls[number - 1] ?? '') ? WRITES : []),
      ];
      for (const action of actions) {
        for (const isForGood of isLong ? [false, true] : [number % 2 === 0]) {
          const fs = await goldenDisk();
          fs.fault = (call) =>
            call.number === number || (isForGood && call.number > number) ? action : null;
          await migrate(fs);
          fs.fault = null;
          const problem = await problemOn(fs);
          const where = `${JSON.stringify(action)}${isForGood ? ' for good' : ''} at ${fs.trace[number - 1]}`;
          if (problem !== null) problems.push(`${where}: ${problem}`);
          faults += 1;
        }
      }
    }
    report('errors in a migration', faults);
    expect(problems).toEqual([]);
  });
});

/** Nothing, and one of the others in turn. */
function someKept(number: number): Kept[] {
  const others = keptAfterPowerCut.filter((kept) => kept !== 'nothing');
  return ['nothing', others[number % others.length] ?? 'zeros'];
}

/** What is wrong with the disk after a migration that was cut off: nothing was touched, or all of it will be done. */
async function problemOn(fs: MemoryFs): Promise<string | null> {
  const files = fs.files();
  const touched = golden.filter(({ name, bytes }) => files.get(`${FOLDER}/${name}`)?.equals(bytes) !== true);
  const isDecided = files.has(`${FOLDER}/.migrating.json`);
  // What replaces them is beside them, or done; and each is kept as it was.
  if (touched.length > 0) {
    const lacking = golden.filter(({ name, bytes }) => !isKept(files, name, bytes));
    if (lacking.length > 0) return `${lacking.map(({ name }) => name).join(', ')} replaced without a copy`;
  }
  if (isLong && !isDecided && touched.length === 0) {
    const former = await contentIn(fs.restart('everything'), currentFormat);
    if (former !== before) return `untouched, but the former version finds ${former}`;
  }
  const found = await contentIn(fs, madeUpFormat);
  if (found !== after) return `the new version finds ${found}`;
  if (!isLong) return null;
  const again = await contentIn(fs, madeUpFormat);
  return again === after ? null : `another journal at the start after that: ${again}`;
}

function isKept(files: ReadonlyMap<string, Buffer>, name: string, bytes: Buffer): boolean {
  if (name === 'README.txt') return true;
  return [...files].some(
    ([path, kept]) => path.startsWith(`${FOLDER}/${name}.format-1-`) && kept.equals(bytes),
  );
}

async function contentIn(fs: MemoryFs, format: Format): Promise<string> {
  const opened = await openAfter(optionsOf(fs, format));
  if (!opened.ok) return JSON.stringify(opened.failure);
  const store = opened.value;
  const content = JSON.stringify(sorted(contentOf(store.tables)));
  const told = store.findings.filter(({ kind }) => kind !== 'migrated');
  valueOrThrow(await store.release());
  return told.length === 0 ? content : JSON.stringify(told);
}

function sorted(content: Record<string, unknown>): [string, unknown][] {
  const fields = (record: unknown) => Object.entries(record as object).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.entries(content)
    .map(([key, record]): [string, unknown] => [key, fields(record)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
