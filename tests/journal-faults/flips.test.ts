import { describe, expect, it } from 'vitest';
import { changeOf } from '../../electron/journal/changes/edit';
import { FailureError } from '../../electron/journal/files/failure-error';
import { JournalStore, valueOrThrow } from '../../electron/journal/journal-store';
import { type ReadJournal, readJournal } from '../../electron/journal/opening/read-journal';
import { created } from '../../shared/model/stamp';
import { success } from '../../shared/result';
import { report } from './figures';
import { MemoryFs } from './memory-fs';
import { FIRST_FOLDER, sessionOptions } from './session';
import { type State, stateOf } from './state';

const isLong = process.env['RAPPORT_FAULTS'] === 'long';
/** One bit; in the long run also the bit of the case of letters, the sign bit, and all of them. */
const FLIPS = isLong ? [0x01, 0x20, 0x80, 0xff] : [0x01];

/** A small journal: some of it in its files, and the rest, which is not folded yet, in the log. */
async function smallJournal(isFolded: boolean): Promise<MemoryFs> {
  const fs = new MemoryFs();
  const store = valueOrThrow(await JournalStore.create(sessionOptions(fs, FIRST_FOLDER)));
  for (const name of ['Ada', 'Bea “ünïcödé” 👋', 'Cem\\with "quotes"']) {
    const answer = await store.change(name, (_, stamp) => {
      const person = created({ name, tags: ['club'] }, stamp);
      const at = '2026-03-01T10:00:00+00:00';
      const entry = {
        participants: [{ personId: person.id }],
        status: 'held' as const,
        at,
        kind: 'coffee' as const,
      };
      const gathering = created({ name: `${name}'s evening`, from: at }, stamp);
      return success([
        changeOf('person', undefined, person),
        changeOf('interaction', undefined, created(entry, stamp)),
        changeOf('gathering', undefined, gathering),
        changeOf('circle', undefined, created({ name: `Circle of ${name}` }, stamp)),
      ]);
    });
    valueOrThrow(answer);
  }
  if (isFolded) valueOrThrow(await store.close());
  return fs;
}

type Found = { kind: 'read'; journal: ReadJournal; state: State } | { kind: 'refused'; failure: string };

async function read(fs: MemoryFs): Promise<Found> {
  try {
    const journal = await readJournal(sessionOptions(fs, FIRST_FOLDER));
    return { kind: 'read', journal, state: stateOf(journal.tables) };
  } catch (error) {
    if (error instanceof FailureError) return { kind: 'refused', failure: error.failure.kind };
    throw error;
  }
}

const lostOf = (whole: State, found: State): string[] =>
  [...whole].filter(([key, record]) => found.get(key) !== record).map(([, record]) => record);

/** Reads the journal with one file replaced, for each variant of it, and collects what is not as it has to be. */
async function problemsOf(
  isFolded: boolean,
  file: string,
  variants: (bytes: Buffer) => Iterable<{ where: number; bytes: Buffer }>,
  judge: (found: Found, whole: State, where: number, bytes: Buffer) => string | null,
): Promise<string[]> {
  const fs = await smallJournal(isFolded);
  const path = `${FIRST_FOLDER}/${file}`;
  const original = fs.files().get(path) ?? Buffer.alloc(0);
  const whole = await read(fs);
  if (whole.kind === 'refused') throw new Error(whole.failure);
  expect(whole.journal.findings).toEqual([]);
  const problems: string[] = [];
  let count = 0;
  for (const { where, bytes } of variants(original)) {
    const damaged = fs.restart('everything');
    damaged.put(path, bytes);
    const found = await read(damaged);
    const problem = judge(found, whole.state, where, bytes);
    if (problem !== null) problems.push(`${file} at ${where}: ${problem}`);
    count += 1;
  }
  report(`damaged variants of ${file}`, count);
  expect(count).toBeGreaterThan(200);
  return problems;
}

function* truncated(bytes: Buffer) {
  for (let length = 0; length < bytes.length; length++)
    yield { where: length, bytes: bytes.subarray(0, length) };
}

function* flipped(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at++) {
    for (const bits of FLIPS) {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ bits;
      yield { where: at, bytes: copy };
    }
  }
}

const VOLUMES = ['people.json', 'entries/2026.json', 'journal.json'];

describe('every byte of a volume', () => {
  it.each(VOLUMES)(
    '%s flipped: told or refused, and at most the record that it is in is lost',
    async (file) => {
      const problems = await problemsOf(true, file, flipped, (found, whole, at, bytes) => {
        if (found.kind === 'refused') return null;
        const lost = lostOf(whole, found.state);
        if (found.journal.findings.length === 0)
          return lost.length === 0 ? null : 'a record is wrong, and nobody is told';
        // A line break in the middle of two records.
        const most = bytes[at] !== undefined && lost.length === 2 && isBetweenRecords(bytes, at) ? 2 : 1;
        return lost.length <= most ? null : `${lost.length} records are lost`;
      });
      expect(problems).toEqual([]);
    },
  );

  it.each(VOLUMES)('%s cut there: told or refused, and every record before it is rescued', async (file) => {
    const problems = await problemsOf(true, file, truncated, (found, whole, _, bytes) => {
      if (found.kind === 'refused')
        return bytes.includes('{"id"') && bytes.includes('"},\n') ? 'nothing was rescued' : null;
      const lost = lostOf(whole, found.state);
      if (lost.length > 0 && found.journal.findings.length === 0)
        return 'records are missing, and nobody is told';
      const text = bytes.toString('utf8');
      const rescued = text.split('\n').filter(isWholeRecord).length;
      const inFile = [...whole.values()].filter((record) => isIn(file, record)).length;
      return lost.length <= inFile - rescued
        ? null
        : `${lost.length} lost, though ${rescued} lines are whole`;
    });
    expect(problems).toEqual([]);
  });
});

describe('every byte of the log', () => {
  it('flipped: at most the change that it is in is lost, and that is told', async () => {
    const problems = await problemsOf(false, 'changes.ndjson', flipped, (found, whole) => {
      if (found.kind === 'refused') return `refused: ${found.failure}`;
      const lost = lostOf(whole, found.state);
      if (lost.length > 0 && found.journal.findings.length === 0)
        return 'a change is lost, and nobody is told';
      return lost.length <= 4 && found.state.size + lost.length === whole.size
        ? null
        : 'more than one change is lost';
    });
    expect(problems).toEqual([]);
  });

  it('the last: every change before it is there, and a torn one is told', async () => {
    const problems = await problemsOf(false, 'changes.ndjson', truncated, (found, _whole, _at, bytes) => {
      if (found.kind === 'refused') return `refused: ${found.failure}`;
      const breaks = bytes.filter((byte) => byte === 0x0a).length;
      const changes = found.state.size / 4;
      if (changes !== breaks && changes !== breaks + 1) return `${changes} changes of ${breaks} lines`;
      const isTorn = bytes.length > 0 && bytes.at(-1) !== 0x0a && changes === breaks;
      return isTorn === found.journal.findings.some(({ kind }) => kind === 'tornLogLine') ? null : 'not told';
    });
    expect(problems).toEqual([]);
  });
});

function isWholeRecord(line: string): boolean {
  try {
    return line.startsWith('{"') && JSON.parse(line.replace(/,$/, '')) !== null;
  } catch {
    return false;
  }
}

function isBetweenRecords(bytes: Buffer, at: number): boolean {
  return bytes[at + 1] === 0x7b && (bytes[at - 1] === 0x2c || bytes[at] === 0x2d);
}

function isIn(file: string, record: string): boolean {
  if (file === 'people.json') return record.includes('"tags"');
  return file === 'journal.json' ? record.includes('"name":"Circle of') : /"status"|"from"/.test(record);
}
