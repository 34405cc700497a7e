import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import { afterEach } from 'vitest';
import { changeOf } from '../../../../electron/journal/changes/edit';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { JournalStore, valueOrThrow } from '../../../../electron/journal/journal-store';
import type { StoreOptions } from '../../../../electron/journal/store-options';
import type { AppFiles } from '../../../../electron/journal/thread-protocol';
import type { Person } from '../../../../shared/model/person';
import { created } from '../../../../shared/model/stamp';
import { type Result, success } from '../../../../shared/result';

const folders: string[] = [];
const stores: JournalStore[] = [];

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own on the real disk, gone after the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-test-'));
  folders.push(folder);
  return folder;
}

/** Where the app's own files would lie in such a folder. */
export function appFilesIn(folder: string): AppFiles {
  return {
    folder,
    draftsFile: join(folder, 'drafts.json'),
    settingsFile: join(folder, 'settings.json'),
    logs: join(folder, 'logs'),
  };
}

/** Options whose clock moves on by a second at each look. */
export function testOptions(folder: string, fs: Fs = diskFs): StoreOptions {
  let ms = Date.UTC(2026, 4, 4, 9, 30);
  return { fs, folder, now: () => new Date((ms += 1_000)), newId: () => uuidV7() };
}

/** Unwraps a store and sees to it that it is closed after the test. */
export function keep(opened: Result<JournalStore>): JournalStore {
  const store = valueOrThrow(opened);
  stores.push(store);
  return store;
}

export async function newStore(folder: string, fs: Fs = diskFs): Promise<JournalStore> {
  return keep(await JournalStore.create(testOptions(folder, fs)));
}

export async function openStore(folder: string, fs: Fs = diskFs): Promise<JournalStore> {
  return keep(await JournalStore.open(testOptions(folder, fs)));
}

/** Adds a person and returns the record as it was acknowledged. */
export async function addPerson(
  store: JournalStore,
  name: string,
  more: Partial<Person> = {},
): Promise<Person> {
  const changes = valueOrThrow(
    await store.change(name, (_, stamp) =>
      success([changeOf('person', undefined, created({ name, ...more }, stamp))]),
    ),
  );
  const [change] = changes;
  if (change?.type !== 'person' || !change.after) throw new Error('No person was added.');
  return change.after;
}

export function names(store: JournalStore): string[] {
  return [...store.tables.all('person')].map((person) => person.name).sort();
}
