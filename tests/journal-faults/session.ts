import { changeOf, patched } from '../../electron/journal/changes/edit';
import { copyJournal } from '../../electron/journal/files/copy-journal';
import type { Fs } from '../../electron/journal/files/fs';
import { JournalStore } from '../../electron/journal/journal-store';
import type { StoreOptions } from '../../electron/journal/store-options';
import type { Interaction } from '../../shared/model/interaction';
import type { Person } from '../../shared/model/person';
import type { PromiseRecord } from '../../shared/model/promise';
import type { RecordChange } from '../../shared/model/record';
import { created } from '../../shared/model/stamp';
import { failed, type Result, success } from '../../shared/result';
import { applyTo, type State } from './state';

export const FIRST_FOLDER = '/home/me/Documents/Rapport';
export const SECOND_FOLDER = '/home/me/Elsewhere/Rapport';

/** A clock that moves on by a second at each look, and ids that count up: the same session each time. */
export function sessionOptions(fs: Fs, folder: string): StoreOptions {
  let ms = Date.UTC(2026, 4, 4, 9, 30);
  let ids = 0;
  return {
    fs,
    folder,
    now: () => new Date((ms += 1_000)),
    newId: () => `01900000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`,
  };
}

/** One user's session with the journal, in which everything that writes to the disk happens, and what was acknowledged in it. */
export class Session {
  /** The state after each acknowledged change, the first being that of the new journal. */
  readonly acknowledged: State[] = [];
  folder = FIRST_FOLDER;
  store: JournalStore | null = null;
  private readonly options: StoreOptions;

  constructor(private readonly fs: Fs) {
    this.options = sessionOptions(fs, FIRST_FOLDER);
  }

  /** Plays the whole script. `isOver` ends it early: the machine is off. */
  async play(isOver: () => boolean = () => false): Promise<void> {
    for (const step of SCRIPT) {
      await step(this);
      if (isOver()) return;
    }
  }

  async create(): Promise<void> {
    const changes = [changeOf('person', undefined, person('Me'))];
    this.use(await JournalStore.create(this.options, { sample: false, changes }), () => {
      this.acknowledged.push(applyTo(new Map(), changes));
    });
  }

  async open(): Promise<void> {
    if (this.store) return;
    this.use(await JournalStore.open({ ...this.options, folder: this.folder }), () => undefined);
  }

  async close(): Promise<void> {
    await this.store?.close();
    this.store = null;
  }

  /** As the journal's thread does: the copy is opened, and where that fails the old folder again. */
  async move(): Promise<void> {
    const closed = (await this.store?.close()) ?? failed({ kind: 'notOpen' as const });
    this.store = null;
    const copied = closed.ok ? await copyJournal(this.fs, this.folder, SECOND_FOLDER) : closed;
    if (copied.ok) {
      const moved = await JournalStore.open({ ...this.options, folder: SECOND_FOLDER });
      if (moved.ok) this.folder = SECOND_FOLDER;
      this.use(moved, () => undefined);
    }
    await this.open();
  }

  private use(opened: Result<JournalStore>, onOpen: () => void): void {
    if (!opened.ok) return;
    onOpen();
    this.store = opened.value;
    this.store.on('changed', (changes) => {
      this.acknowledged.push(applyTo(this.acknowledged.at(-1) ?? new Map(), changes));
    });
  }
}

type Step = (session: Session) => Promise<unknown>;

const SCRIPT: readonly Step[] = [
  (session) => session.create(),
  debrief('Ada', '2026-03-01T10:00:00+00:00'),
  debrief('Bea', '2026-04-02T10:00:00+00:00'),
  edit('Ada', { role: 'Pilot', notes: 'ünïcödé 👋\nand a second line' }),
  ({ store }) => Promise.resolve(store?.undo()),
  ({ store }) => Promise.resolve(store?.redo()),
  ({ store }) => Promise.resolve(store?.fold()),
  debrief('Cem', '2025-12-31T23:30:00-05:00'),
  // A change comes in while the volumes are being written.
  async (session) => {
    const folding = session.store?.fold();
    await debrief('Dora', '2026-05-01T10:00:00+00:00')(session);
    await edit('Bea', { role: 'Baker' })(session);
    await folding;
  },
  // From one year's file to another's, and gone from there before either is written.
  moveEntry('2026-03-01', '2024-02-29T10:00:00+00:00'),
  moveEntry('2026-04-02', '2025-06-01T10:00:00+00:00'),
  deleteEntry('2025-06-01'),
  ({ store }) => Promise.resolve(store?.fold()),
  moveEntry('2024-02-29', '2026-03-03T10:00:00+00:00'),
  deleteEntry('2026-03-03'),
  (session) => session.close(),
  (session) => session.open(),
  debrief('Emil', '2026-05-02T10:00:00+00:00'),
  ({ store }) => Promise.resolve(store?.undo()),
  debrief('Fatma', '2026-05-03T10:00:00+00:00'),
  (session) => session.move(),
  edit('Cem', { role: 'Clerk' }),
  (session) => session.close(),
];

function person(name: string): Person {
  const at = '2026-05-04T09:30:00+00:00';
  return { id: '01900000-0000-7000-8000-ffffffffffff', createdAt: at, updatedAt: at, rev: '0', name };
}

/** A meeting written down: a new person, the entry, and a promise, in one change. */
function debrief(name: string, at: string): Step {
  return async ({ store }) =>
    store?.change(`entry with ${name}`, (_, stamp) => {
      const who = created({ name }, stamp);
      const entry = created(
        {
          participants: [{ personId: who.id }],
          status: 'held' as const,
          at,
          kind: 'coffee' as const,
          notes: name,
        },
        stamp,
      );
      const promise = created(
        {
          personId: who.id,
          interactionId: entry.id,
          by: 'me' as const,
          what: 'Call',
          madeOn: at.slice(0, 10),
          status: 'open' as const,
        },
        stamp,
      );
      return success<RecordChange[]>([
        changeOf('person', undefined, who),
        changeOf('interaction', undefined, entry as Interaction),
        changeOf('promise', undefined, promise as PromiseRecord),
      ]);
    });
}

function edit(name: string, fields: Partial<Person>): Step {
  return async ({ store }) =>
    store?.change(`changes to ${name}`, (tables, stamp) => {
      const found = [...tables.all('person')].find((one) => one.name === name);
      return found
        ? success([patched('person', found, fields, stamp)])
        : failed({ kind: 'notFound', what: 'person' });
    });
}

function moveEntry(from: string, at: string): Step {
  return async ({ store }) =>
    store?.change('another day', (tables, stamp) => {
      const found = [...tables.all('interaction')].find((one) => one.at.startsWith(from));
      return found
        ? success([patched('interaction', found, { at }, stamp)])
        : failed({ kind: 'notFound', what: 'entry' });
    });
}

function deleteEntry(day: string): Step {
  return async ({ store }) =>
    store?.change('deleting', (tables) => {
      const found = [...tables.all('interaction')].find((one) => one.at.startsWith(day));
      return found
        ? success([changeOf('interaction', found, undefined)])
        : failed({ kind: 'notFound', what: 'entry' });
    });
}

/** Opens a journal on a disk without faults, once the program that held its lock is gone. */
export async function openAfter(options: StoreOptions): Promise<Result<JournalStore>> {
  await options.fs.unlink(`${options.folder}/.lock`).catch(() => undefined);
  return JournalStore.open(options);
}
