import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { patched } from '../../../../electron/journal/changes/edit';
import { copyJournal } from '../../../../electron/journal/files/copy-journal';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { JournalStore, valueOrThrow } from '../../../../electron/journal/journal-store';
import { success } from '../../../../shared/result';
import { addPerson, keep, names, newStore, openStore, tempFolder, testOptions } from './temp-journal';

/** A disk on which people.json is written up to its new name, and gets that when it is let; from then on it is slow to list. */
function slowDisk() {
  let reached = (): void => undefined;
  let letGo = (): void => undefined;
  let isSlow = false;
  const waiting = new Promise<void>((resolve) => (reached = resolve));
  const released = new Promise<void>((resolve) => (letGo = resolve));
  const fs: Fs = {
    ...diskFs,
    rename: async (from, to) => {
      if (isSlow && to.endsWith('people.json')) {
        reached();
        await released;
      }
      return diskFs.rename(from, to);
    },
    readdir: async (folder) => {
      if (isSlow) await pause(20);
      return diskFs.readdir(folder);
    },
  };
  return { fs, begin: () => (isSlow = true), waiting, letGo };
}

/** A journal with Ada in it that is being folded at this moment. */
async function folding() {
  const disk = slowDisk();
  const folder = join(tempFolder(), 'Rapport');
  const store = await newStore(folder, disk.fs);
  const ada = await addPerson(store, 'Ada');
  disk.begin();
  const folded = store.fold();
  await disk.waiting;
  return { store, folder, ada, folded, letGo: disk.letGo };
}

describe('closing while the journal is being folded', () => {
  it('writes what was changed meanwhile into the files, too: whoever copies them has everything', async () => {
    const { store, folder, ada, folded, letGo } = await folding();
    valueOrThrow(
      await store.change('a new name', (_, stamp) =>
        success([patched('person', ada, { name: 'Ada Lovelace' }, stamp)]),
      ),
    );
    const closed = store.close();
    letGo();
    valueOrThrow(await folded);
    valueOrThrow(await closed);
    const copy = join(tempFolder(), 'copy');
    valueOrThrow(await copyJournal(diskFs, folder, copy));
    expect(names(await openStore(copy))).toEqual(['Ada Lovelace']);
  });

  it('lets no look that was waiting take the folder again', async () => {
    const { store, folder, folded, letGo } = await folding();
    const looked = store.lookOutside();
    const again = store.fold();
    const closed = store.close();
    letGo();
    for (const each of [folded, looked, again, closed]) valueOrThrow(await each);
    expect(readdirSync(folder)).not.toContain('.lock');
    keep(await JournalStore.open(testOptions(folder)));
  });

  it('or given free waits for it', async () => {
    const { store, folded, letGo } = await folding();
    const order: string[] = [];
    const both = [
      folded.then(() => order.push('folded')),
      store.release().then(() => order.push('given free')),
    ];
    letGo();
    await Promise.all(both);
    expect(order).toEqual(['folded', 'given free']);
  });
});

describe('a journal that is closed', () => {
  it('is neither written anew nor looked at', async () => {
    const folder = join(tempFolder(), 'Rapport');
    const store = await newStore(folder);
    await addPerson(store, 'Ada');
    valueOrThrow(await store.close());
    expect(await store.writeAnew([])).toMatchObject({ ok: false, failure: { kind: 'notOpen' } });
    valueOrThrow(await store.lookOutside());
    valueOrThrow(await store.fold());
    expect(readdirSync(folder)).not.toContain('.lock');
  });
});
