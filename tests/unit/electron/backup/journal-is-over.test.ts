import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { throwIfAborted } from '../../../../electron/journal/watch';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { valueOrThrow } from '../../../../electron/journal/journal-store';
import { addPerson, newStore, tempFolder } from '../journal/temp-journal';
import { NAME, open, place } from '../forget/forget-place';
import { keeperOf } from './keeper-of';

async function journalOfOne(fs: Fs = diskFs) {
  const store = await newStore(join(tempFolder(), 'Rapport'));
  await addPerson(store, NAME);
  const folder = join(tempFolder(), 'backups');
  return { store, folder, ...keeperOf(store, { folder }, fs) };
}

function signal() {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}

function backupsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.includes('.rapport') && !name.endsWith('.json'));
}

describe('once somebody was forgotten', () => {
  it('no backup is made of the journal as it was, though one was due and waited for its turn', async () => {
    const { keeper, store, folder } = await journalOfOne();
    const forgetting = keeper.run('forget', async () => valueOrThrow(await store.handOver(async () => true)));
    const automatic = keeper.automatic('automatic');
    const byHand = keeper.byHand();
    await Promise.all([
      forgetting,
      expect(byHand).rejects.toMatchObject({ failure: { kind: 'notOpen' } }),
      expect(automatic).resolves.toEqual({ ok: true, value: null }),
    ]);
    await keeper.tick();
    expect(backupsIn(folder)).toEqual([]);
  });

  it('no backup is made by a look that had begun before', async () => {
    const [looking, held] = [signal(), signal()];
    const fs: Fs = {
      ...diskFs,
      readdir: async (path) => {
        if (path.endsWith('backups')) {
          looking.give();
          await held.given;
        }
        return diskFs.readdir(path);
      },
    };
    const { keeper, store, folder } = await journalOfOne(fs);
    const looked = keeper.tick();
    await looking.given;
    const forgetting = keeper.run('forget', async () => {
      held.give();
      valueOrThrow(await store.handOver(async () => true));
    });
    await Promise.all([looked, forgetting]);
    expect(backupsIn(folder)).toEqual([]);
  });
});

describe('once the journal is closed', () => {
  it('what runs is given up, and what waits is not begun', async () => {
    const { keeper, folder } = await journalOfOne();
    const begun = signal();
    const running = keeper.run('look', async (job) => {
      begun.give();
      await new Promise((resolve) => setTimeout(resolve, 20));
      throwIfAborted(job.signal);
    });
    const waiting = keeper.byHand();
    await begun.given;
    keeper.retire();
    await expect(running).rejects.toMatchObject({ failure: { kind: 'cancelled' } });
    await expect(waiting).rejects.toMatchObject({ failure: { kind: 'notOpen' } });
    expect(await keeper.automatic('quit')).toEqual({ ok: true, value: null });
    expect(backupsIn(folder)).toEqual([]);
  });

  it('its thread makes no backup of it any more', async () => {
    const where = place();
    const { session, add, close } = await open(where);
    await add(NAME);
    const backups = [1, 2].map(() => session.handle({ kind: 'call', id: 5, name: 'backup.now', input: {} }));
    await Promise.resolve();
    await close();
    const kinds = (await Promise.all(backups)).map((one) => (one.ok ? 'made' : one.failure.kind));
    expect(kinds).not.toContain('made');
    expect(backupsIn(where.backups)).toEqual([]);
  });
});
