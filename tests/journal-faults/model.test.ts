import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, patched } from '../../electron/journal/changes/edit';
import { JournalStore, valueOrThrow } from '../../electron/journal/journal-store';
import { readJournal } from '../../electron/journal/opening/read-journal';
import type { StoreOptions } from '../../electron/journal/store-options';
import type { Tables } from '../../electron/journal/tables/tables';
import type { Interaction } from '../../shared/model/interaction';
import type { Person } from '../../shared/model/person';
import type { RecordChange } from '../../shared/model/record';
import { created, type Stamp } from '../../shared/model/stamp';
import { success } from '../../shared/result';
import { report } from './figures';
import { type Kept, keptAfterPowerCut, MemoryFs } from './memory-fs';
import { FIRST_FOLDER, openAfter, sessionOptions } from './session';

/** What a user and their computer do. `which` picks a record, `year` where an entry goes. */
type Command =
  | { kind: 'addPerson'; name: string }
  | { kind: 'addEntry'; year: number; notes: string }
  | { kind: 'edit'; which: number; text: string }
  | { kind: 'moveEntry'; which: number; year: number }
  | { kind: 'delete'; which: number }
  | { kind: 'undo' }
  | { kind: 'redo' }
  | { kind: 'fold' }
  | { kind: 'foldMeanwhile' }
  | { kind: 'reopen' }
  | { kind: 'crash'; kept: Kept };

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const which = fc.nat(1_000);
const year = fc.constantFrom(2024, 2025, 2026);
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('addPerson' as const), name: text.map((name) => `P${name}`) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('addEntry' as const), year, notes: text }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit' as const), which, text }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('moveEntry' as const), which, year }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), which }) },
  { weight: 3, arbitrary: fc.constantFrom<Command>({ kind: 'undo' }, { kind: 'redo' }) },
  { weight: 3, arbitrary: fc.constantFrom<Command>({ kind: 'fold' }, { kind: 'foldMeanwhile' }) },
  { weight: 1, arbitrary: fc.constant<Command>({ kind: 'reopen' }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('crash' as const),
      kept: fc.constantFrom(...keptAfterPowerCut),
    }),
  },
);

/** The plain model: what the user would say is in the journal, by id. */
type Model = ReadonlyMap<string, string>;

/** A journal on a disk in memory, and beside it the model. */
class Machine {
  private store: JournalStore;
  private model: Model = new Map();
  private done: Model[] = [];
  private undone: Model[] = [];
  private folding: Promise<unknown> = Promise.resolve();

  /** `options`: one clock, and one row of ids, over all restarts. */
  private constructor(
    store: JournalStore,
    private fs: MemoryFs,
    private readonly options: StoreOptions,
  ) {
    this.store = store;
  }

  static async start(): Promise<Machine> {
    const fs = new MemoryFs();
    const options = sessionOptions(fs, FIRST_FOLDER);
    return new Machine(valueOrThrow(await JournalStore.create(options)), fs, options);
  }

  async run(command: Command): Promise<void> {
    switch (command.kind) {
      case 'addPerson':
        return this.change((_, stamp) => [
          changeOf('person', undefined, created({ name: command.name }, stamp)),
        ]);
      case 'addEntry':
        return this.change((tables, stamp) => [entry(tables, stamp, command.year, command.notes)].flat());
      case 'edit':
        return this.change((tables, stamp) => edited(tables, stamp, command.which, command.text));
      case 'moveEntry':
        return this.change((tables, stamp) => moved(tables, stamp, command.which, command.year));
      case 'delete':
        return this.change((tables) => deleted(tables, command.which));
      case 'undo':
      case 'redo':
        return this.takeBack(command.kind);
      case 'fold':
        expect(await this.store.fold()).toEqual(success(null));
        return;
      case 'foldMeanwhile':
        this.folding = this.store.fold();
        return;
      case 'reopen':
        expect(await this.store.close()).toEqual(success(null));
        return this.open(this.fs);
      case 'crash':
        return this.open(this.fs.restart(command.kept));
    }
  }

  /** The store in memory, and the journal that the next start would find, are what the model says. */
  async check(): Promise<void> {
    expect(contentOf(this.store.tables)).toEqual(this.model);
    const after = await readJournal(sessionOptions(this.fs.restart('nothing'), FIRST_FOLDER));
    expect(contentOf(after.tables)).toEqual(this.model);
    expect(after.findings).toEqual([]);
  }

  async end(): Promise<void> {
    await this.folding;
    expect(await this.store.close()).toEqual(success(null));
    await this.check();
  }

  private async change(build: (tables: Tables, stamp: Stamp) => RecordChange[]): Promise<void> {
    const changes = valueOrThrow(
      await this.store.change('change', (tables, stamp) => success(build(tables, stamp))),
    );
    if (changes.length === 0) return;
    this.done.push(this.model);
    this.undone = [];
    const next = new Map(this.model);
    for (const { id, after } of changes) {
      if (after) next.set(id, wordsOf(after));
      else next.delete(id);
    }
    this.model = next;
  }

  private async takeBack(how: 'undo' | 'redo'): Promise<void> {
    const [from, to] = how === 'undo' ? [this.done, this.undone] : [this.undone, this.done];
    const former = from.pop();
    expect((await this.store[how]()).ok).toBe(former !== undefined);
    if (!former) return;
    to.push(this.model);
    this.model = former;
  }

  private async open(fs: MemoryFs): Promise<void> {
    this.fs = fs;
    this.store = valueOrThrow(await openAfter({ ...this.options, fs }));
    [this.done, this.undone] = [[], []];
  }
}

function entry(tables: Tables, stamp: Stamp, year: number, notes: string): RecordChange[] {
  const [person] = tables.all('person');
  if (!person) return [];
  const at = `${year}-03-01T10:00:00+00:00`;
  const fields = {
    participants: [{ personId: person.id }],
    status: 'held' as const,
    at,
    kind: 'coffee' as const,
    notes,
  };
  return [changeOf('interaction', undefined, created(fields, stamp))];
}

const nth = <T>(records: Iterable<T>, which: number): T | undefined => {
  const all = [...records];
  return all[which % Math.max(1, all.length)];
};

function edited(tables: Tables, stamp: Stamp, which: number, role: string): RecordChange[] {
  const person = nth(tables.all('person'), which);
  return person ? [patched('person', person, { role: `R${role}` }, stamp)] : [];
}

function moved(tables: Tables, stamp: Stamp, which: number, year: number): RecordChange[] {
  const found = nth(tables.all('interaction'), which);
  return found ? [patched('interaction', found, { at: `${year}${found.at.slice(4)}` }, stamp)] : [];
}

function deleted(tables: Tables, which: number): RecordChange[] {
  const found = nth(tables.all('interaction'), which);
  return found ? [changeOf('interaction', found, undefined)] : [];
}

function contentOf(tables: Tables): Model {
  return new Map(
    [...tables.all('person'), ...tables.all('interaction')].map((record) => [record.id, wordsOf(record)]),
  );
}

function wordsOf(record: object): string {
  const { name, role } = record as Partial<Person>;
  const { at, notes } = record as Partial<Interaction>;
  return JSON.stringify([name, role, at, notes]);
}

describe('any sequence of commands', () => {
  it('leaves the journal that a plain model says, after each of them', async () => {
    let commands = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 40 }), async (script) => {
        const machine = await Machine.start();
        for (const next of script) {
          await machine.run(next);
          await machine.check();
          commands += 1;
        }
        await machine.end();
      }),
      { numRuns: process.env['RAPPORT_FAULTS'] === 'long' ? 3_000 : 60 },
    );
    expect(commands).toBeGreaterThan(100);
    report('random commands, the journal reopened after each', commands);
  });
});
