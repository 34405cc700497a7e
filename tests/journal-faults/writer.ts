/**
 * A program that does nothing but change a journal, for tests that kill it. It says on its standard output, one line of
 * JSON each, what it is about to do and what was acknowledged; blocking, so that nothing it said is lost with it.
 *
 *     writer.cjs torture <folder> <seed>   changes and folds until somebody ends it
 *     writer.cjs script <folder>           twelve changes, folded now and then, and closed
 *     writer.cjs fill <folder> <filler>    until the disk is full, deletes the filler, and goes on
 *     writer.cjs hold <folder>             opens the journal and holds on to it
 */
import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidV7 } from 'uuid';
import { changeOf, patched } from '../../electron/journal/changes/edit';
import { diskFs } from '../../electron/journal/files/fs';
import { JournalStore, valueOrThrow } from '../../electron/journal/journal-store';
import type { StoreOptions } from '../../electron/journal/store-options';
import type { Tables } from '../../electron/journal/tables/tables';
import type { RecordChange } from '../../shared/model/record';
import { created, type Stamp } from '../../shared/model/stamp';
import { type Result, success } from '../../shared/result';
import type { Said } from './said';

const [mode, folder = '', extra = ''] = process.argv.slice(2);

const options: StoreOptions = { fs: diskFs, folder, now: () => new Date(), newId: () => uuidV7() };

function say(said: Said): void {
  writeSync(1, `${JSON.stringify(said)}\n`);
}

async function openOrCreate(): Promise<JournalStore> {
  const isThere = readdirSync(folder).includes('journal.json');
  const opened = isThere ? await JournalStore.open(options) : await JournalStore.create(options);
  if (!opened.ok) say({ kind: 'refused', failure: opened.failure });
  const store = valueOrThrow(opened);
  say({ kind: 'open', findings: store.findings.map(({ kind }) => kind) });
  return store;
}

/** One change, said before and after. */
async function change(store: JournalStore, build: (tables: Tables, stamp: Stamp) => RecordChange[]) {
  const answer = await store.change('change', (tables, stamp) => {
    const changes = build(tables, stamp);
    say({ kind: 'trying', changes });
    return success(changes);
  });
  tell(answer);
  return answer;
}

function tell(answer: Result<unknown>): void {
  say(answer.ok ? { kind: 'acknowledged' } : { kind: 'refused', failure: answer.failure });
}

function meeting(stamp: Stamp, year: number, notes: string): RecordChange[] {
  const person = created({ name: `Person ${randomUUID()}` }, stamp);
  const at = `${year}-03-01T10:00:00+00:00`;
  const fields = {
    participants: [{ personId: person.id }],
    status: 'held' as const,
    at,
    kind: 'coffee' as const,
    notes,
  };
  return [changeOf('person', undefined, person), changeOf('interaction', undefined, created(fields, stamp))];
}

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

function pick<T>(records: Iterable<T>, random: number): T | undefined {
  const all = [...records];
  return all[Math.floor(random * all.length)];
}

function randomChange(tables: Tables, stamp: Stamp, random: () => number): RecordChange[] {
  const year = 2024 + Math.floor(random() * 3);
  const found = pick(tables.all('interaction'), random());
  const what = random();
  if (!found || what < 0.5) return meeting(stamp, year, 'n'.repeat(Math.floor(random() * 3_000)));
  if (what < 0.7) return [patched('interaction', found, { at: `${year}${found.at.slice(4)}` }, stamp)];
  if (what < 0.85) return [changeOf('interaction', found, undefined)];
  const person = pick(tables.all('person'), random());
  return person ? [patched('person', person, { role: randomUUID() }, stamp)] : [];
}

async function torture(): Promise<void> {
  const random = randomFrom(Number(extra));
  const store = await openOrCreate();
  for (;;) {
    await change(store, (tables, stamp) => randomChange(tables, stamp, random));
    if (random() < 0.2) void store.fold();
  }
}

async function script(): Promise<void> {
  const store = await openOrCreate();
  for (let number = 1; number <= 12; number++) {
    await change(store, (_, stamp) => meeting(stamp, 2024 + (number % 3), `entry ${number}`));
    if (number % 3 === 0) await store.fold();
  }
  await store.close();
}

/** Fills the disk with changes; then there is room again. */
async function fill(): Promise<void> {
  const store = await openOrCreate();
  const grow = () => change(store, (_, stamp) => meeting(stamp, 2026, 'n'.repeat(8_000)));
  while ((await grow()).ok) if (statSync(join(folder, 'changes.ndjson')).size > 60_000) await store.fold();
  const folded = await store.fold();
  say({ kind: 'full', folded: folded.ok ? 'folded' : folded.failure.kind, status: store.status.kind });
  for (let more = 0; more < 3; more++) await grow();
  rmSync(extra);
  await grow();
  say({ kind: 'full', folded: (await store.fold()).ok ? 'folded' : 'failed', status: store.status.kind });
  await store.close();
}

async function hold(): Promise<void> {
  await openOrCreate();
  for (;;) await pause(1_000);
}

const modes: Record<string, () => Promise<void>> = { torture, script, fill, hold };
void modes[mode ?? '']?.();
