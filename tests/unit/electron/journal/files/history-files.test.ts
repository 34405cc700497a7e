import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBackup } from '../../../../../electron/backup/read-backup';
import { writeBackup } from '../../../../../electron/backup/write-backup';
import { copyJournal } from '../../../../../electron/journal/files/copy-journal';
import { changeOf, patched } from '../../../../../electron/journal/changes/edit';
import { diskFs, type Fs } from '../../../../../electron/journal/files/fs';
import type { HistoryLine } from '../../../../../electron/journal/files/history';
import { HistoryFiles } from '../../../../../electron/journal/files/history-files';
import { JournalStore, valueOrThrow } from '../../../../../electron/journal/journal-store';
import { success } from '../../../../../shared/result';
import { person, testId } from '../../../builders';
import { addPerson, keep, newStore, openStore, tempFolder, testOptions } from '../temp-journal';

const FILE = join('history', '2026.ndjson');

async function setRole(store: JournalStore, id: string, role: string): Promise<void> {
  const built = store.change(role, (tables, stamp) => {
    const record = tables.get('person', id);
    if (!record) throw new Error('Nobody there.');
    return success([patched('person', record, { role }, stamp)]);
  });
  valueOrThrow(await built);
}

async function rolesOf(store: JournalStore, id: string): Promise<(string | undefined)[]> {
  const lines = await store.historyOf('person', id);
  return lines.flatMap(({ was }) =>
    was.flatMap((item) => (item.id === id && item.type === 'person' ? [item.before?.role] : [])),
  );
}

async function threeRoles() {
  const folder = join(tempFolder(), 'Rapport');
  const store = await newStore(folder);
  const ada = await addPerson(store, 'Ada', { role: 'Pilot' });
  await setRole(store, ada.id, 'Captain');
  await store.fold();
  await setRole(store, ada.id, 'Owner');
  return { folder, store, id: ada.id };
}

describe('the history of a record', () => {
  it('holds what every change replaced, before and after it was folded into the volumes', async () => {
    const { store, folder, id } = await threeRoles();
    expect(await rolesOf(store, id)).toEqual(['Pilot', 'Captain']);
    await store.close();
    const again = await openStore(folder);
    expect(await rolesOf(again, id)).toEqual(['Pilot', 'Captain']);
    expect(readFileSync(join(folder, FILE), 'utf8')).not.toContain('Owner');
  });

  it('is there after a crash between writing it and cutting the log, and nothing in it counts twice', async () => {
    const folder = join(tempFolder(), 'Rapport');
    let failing = false;
    const fs: Fs = {
      ...diskFs,
      rename: (from, to) =>
        failing
          ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
          : diskFs.rename(from, to),
    };
    const store = await newStore(folder, fs);
    const ada = await addPerson(store, 'Ada', { role: 'Pilot' });
    await setRole(store, ada.id, 'Captain');
    failing = true;
    expect((await store.close()).ok).toBe(false);
    const again = await openStore(folder);
    expect(await rolesOf(again, ada.id)).toEqual(['Pilot']);
    await again.fold();
    expect(readFileSync(join(folder, FILE), 'utf8').match(/Pilot/g)).toHaveLength(2);
    expect(await rolesOf(again, ada.id)).toEqual(['Pilot']);
  });

  it('loses only the line that a crash tore', async () => {
    const { store, folder, id } = await threeRoles();
    await store.close();
    appendFileSync(join(folder, FILE), '{"seq":99,"at":"2026-05-04T09:30');
    const nextDay = { ...testOptions(folder), now: () => new Date(Date.UTC(2026, 4, 5)) };
    const again = keep(await JournalStore.open(nextDay));
    await setRole(again, id, 'Retired');
    await again.fold();
    expect(await rolesOf(again, id)).toEqual(['Pilot', 'Captain', 'Owner']);
  });

  it('says that a record came back, and nothing of one that was only added', async () => {
    const store = await newStore(join(tempFolder(), 'Rapport'));
    const ada = await addPerson(store, 'Ada');
    expect(await store.historyOf('person', ada.id)).toEqual([]);
    valueOrThrow(await store.change('deleting Ada', () => success([changeOf('person', ada, undefined)])));
    valueOrThrow(await store.undo());
    const items = (await store.historyOf('person', ada.id)).flatMap(({ was }) => was);
    expect(items).toMatchObject([{ before: { name: 'Ada' } }, {}]);
    expect(items[1]).not.toHaveProperty('before');
  });

  it('keeps the changes in the log when it cannot be written', async () => {
    const folder = join(tempFolder(), 'Rapport');
    let failing = true;
    const fs: Fs = {
      ...diskFs,
      open: (path, flags) =>
        failing && path.endsWith('.ndjson') && path.includes('history')
          ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
          : diskFs.open(path, flags),
    };
    const store = await newStore(folder, fs);
    const ada = await addPerson(store, 'Ada', { role: 'Pilot' });
    await setRole(store, ada.id, 'Captain');
    expect(await store.fold()).toMatchObject({ ok: false, failure: { kind: 'diskFull' } });
    expect(store.unfoldedBytes).toBeGreaterThan(0);
    failing = false;
    expect(await store.fold()).toEqual(success(null));
    expect(await rolesOf(store, ada.id)).toEqual(['Pilot']);
  });

  it('goes along into a copy of the journal and into a backup, and comes back from it once', async () => {
    const { store, folder, id } = await threeRoles();
    const backup = valueOrThrow(
      await writeBackup(store.snapshot(), { kind: 'byHand', ...testOptions(folder), folder: tempFolder() }),
    );
    await store.close();
    const copy = join(tempFolder(), 'Copy');
    valueOrThrow(await copyJournal(diskFs, folder, copy));
    expect(await rolesOf(await openStore(copy), id)).toEqual(['Pilot', 'Captain']);
    const other = await newStore(join(tempFolder(), 'Rapport'));
    const { history } = valueOrThrow(await readBackup(diskFs, backup.path));
    await other.adoptHistory(history);
    await other.adoptHistory(history);
    expect(await rolesOf(other, id)).toEqual(['Pilot', 'Captain']);
  });

  it('is bounded: of a year’s file that grew too long the older half goes', async () => {
    const folder = tempFolder();
    const files = new HistoryFiles(diskFs, folder, 4_000);
    const version = (seq: number): HistoryLine => ({
      seq,
      at: `2026-05-04T09:30:${String(seq).padStart(2, '0')}Z`,
      was: [{ type: 'person', id: testId(1), before: person({ role: `Role ${seq}` }) }],
    });
    for (let seq = 1; seq <= 30; seq++) await files.append([version(seq)]);
    const kept = await files.of('person', testId(1), []);
    expect(kept.at(-1)?.seq).toBe(30);
    expect(kept.length).toBeLessThan(15);
    expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, index) => 31 - kept.length + index));
  });

  it('keeps its latest change, however long that is', async () => {
    const files = new HistoryFiles(diskFs, tempFolder(), 4_000);
    const version = (seq: number, notes: string): HistoryLine => ({
      seq,
      at: `2026-05-04T09:30:${String(seq).padStart(2, '0')}Z`,
      was: [{ type: 'person', id: testId(1), before: person({ notes }) }],
    });
    for (let seq = 1; seq <= 4; seq++) await files.append([version(seq, 'short')]);
    await files.append([version(5, 'x'.repeat(3_000))]);
    const kept = await files.of('person', testId(1), []);
    expect(kept.map(({ seq }) => seq)).toEqual([5]);
  });
});
