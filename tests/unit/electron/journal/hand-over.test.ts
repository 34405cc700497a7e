import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeOf } from '../../../../electron/journal/changes/edit';
import type { JournalStore } from '../../../../electron/journal/journal-store';
import type { Person } from '../../../../shared/model/person';
import { created } from '../../../../shared/model/stamp';
import { success } from '../../../../shared/result';
import { addPerson, names, newStore, openStore, tempFolder } from './temp-journal';

function add(store: JournalStore, name: string) {
  return store.change(name, (_, stamp) =>
    success([changeOf('person', undefined, created({ name }, stamp) as Person)]),
  );
}

describe('a journal whose files are handed over', () => {
  it('has everything in them by then, and refuses what was asked for meanwhile', async () => {
    const folder = join(tempFolder(), 'J');
    const store = await newStore(folder);
    await addPerson(store, 'Anna');
    const late: ReturnType<typeof add>[] = [];
    const handedOver = store.handOver(async () => {
      expect(store.unfoldedBytes).toBe(0);
      late.push(add(store, 'Too late'));
      return true;
    });
    expect(await handedOver).toEqual(success(null));
    expect(await late[0]).toMatchObject({ ok: false, failure: { kind: 'notOpen' } });
    // Whatever something else writes there now is neither taken in nor written over.
    writeFileSync(join(folder, 'people.json'), 'of somebody else');
    expect(await store.lookOutside()).toMatchObject({ ok: false, failure: { kind: 'notOpen' } });
    expect(await store.close()).toEqual(success(null));
    expect(readFileSync(join(folder, 'people.json'), 'utf8')).toBe('of somebody else');
  });

  it('goes on when it is not done after all, with what was asked for meanwhile', async () => {
    const folder = join(tempFolder(), 'J');
    const store = await newStore(folder);
    const waiting: ReturnType<typeof add>[] = [];
    await store.handOver(async () => {
      waiting.push(add(store, 'Anna'));
      return false;
    });
    expect(await waiting[0]).toMatchObject({ ok: true });
    expect(store.isHandedOver).toBe(false);
    await store.close();
    expect(names(await openStore(folder))).toEqual(['Anna']);
  });

  it('is told that a file was changed by hand, and has that change', async () => {
    const folder = join(tempFolder(), 'J');
    const store = await newStore(folder);
    await addPerson(store, 'Anna');
    const people = join(folder, 'people.json');
    const untouched: boolean[] = [];
    const decide = async (isUntouched: () => Promise<boolean>) => {
      if (untouched.length === 0)
        writeFileSync(people, readFileSync(people, 'utf8').replace('"Anna"', '"Anna-Lena"'));
      untouched.push(await isUntouched());
      return false;
    };
    await store.handOver(decide);
    await store.handOver(decide);
    expect(untouched).toEqual([false, true]);
    expect(names(store)).toEqual(['Anna-Lena']);
  });
});
