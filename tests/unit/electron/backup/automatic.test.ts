import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAlarmingLoss } from '../../../../electron/backup/automatic';
import { listBackups } from '../../../../electron/backup/backups';
import { beginSecondPlace } from '../../../../electron/backup/second-place';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { changeOf } from '../../../../electron/journal/changes/edit';
import { type JournalStore, valueOrThrow } from '../../../../electron/journal/journal-store';
import { success } from '../../../../shared/result';
import { addPerson, newStore, openStore, tempFolder } from '../journal/temp-journal';
import { keeperOf } from './keeper-of';

async function journalOf(count: number) {
  const store = await newStore(join(tempFolder(), 'Rapport'));
  for (let number = 1; number <= count; number++) await addPerson(store, `Person ${number}`);
  const folder = join(tempFolder(), 'backups');
  return { store, folder, ...keeperOf(store, { folder }) };
}

async function removeAllBut(store: JournalStore, count: number): Promise<void> {
  const gone = [...store.tables.all('person')].slice(count);
  valueOrThrow(
    await store.change('clearing', () =>
      success(gone.map((person) => changeOf('person', person, undefined))),
    ),
  );
}

const automaticIn = (folder: string): string[] =>
  readdirSync(join(folder, 'Automatic')).filter((name) => name.startsWith('Rapport'));

describe('an automatic backup', () => {
  it('is made when something changed since the last one, in a folder of its own', async () => {
    const { keeper, store, folder, made } = await journalOf(2);
    expect(await keeper.automatic('quit')).toMatchObject({ value: { kind: 'automatic', people: 2 } });
    expect(await keeper.automatic('quit')).toEqual({ ok: true, value: null });
    await addPerson(store, 'Zoe');
    expect(await keeper.automatic('quit')).toMatchObject({ value: { people: 3 } });
    expect(made).toHaveLength(2);
    expect(automaticIn(folder)).toHaveLength(2);
    expect(readdirSync(folder).filter((name) => name.startsWith('Rapport'))).toEqual([]);
  });

  it('is not made of an empty journal, of the sample, or after one by hand of the same', async () => {
    const { keeper, folder } = await journalOf(0);
    expect(await keeper.automatic('quit')).toEqual({ ok: true, value: null });
    expect(await listBackups(diskFs, folder)).toEqual([]);
    const other = await journalOf(2);
    await other.keeper.byHand();
    expect(await other.keeper.automatic('quit')).toEqual({ ok: true, value: null });
  });

  it('is made once a day while the journal is open, and not of what is backed up', async () => {
    const { keeper, store, clock, made } = await journalOf(2);
    clock.at = new Date('2026-05-04T09:00:00Z');
    await keeper.tick();
    await addPerson(store, 'Zoe');
    clock.at = new Date('2026-05-05T08:59:00Z');
    await keeper.tick();
    expect(made).toHaveLength(1);
    clock.at = new Date('2026-05-05T09:00:00Z');
    await keeper.tick();
    await keeper.tick();
    clock.at = new Date('2026-05-07T09:00:00Z');
    await keeper.tick();
    expect(made.map(({ people }) => people)).toEqual([2, 3]);
  });

  it('is made each day, also when there is one of a day to come: the clock was wrong then', async () => {
    const { keeper, store, clock, made } = await journalOf(2);
    clock.at = new Date('2031-05-04T09:00:00Z');
    await keeper.tick();
    for (const day of ['2026-05-04', '2026-05-05', '2026-05-06']) {
      clock.at = new Date(`${day}T09:00:00Z`);
      await addPerson(store, `On ${day}`);
      await keeper.tick();
    }
    expect(made.map(({ createdAt }) => createdAt.slice(0, 4))).toEqual(['2031', '2026', '2026', '2026']);
  });

  it('that fails is told, and leaves no file', async () => {
    const { keeper, folder } = await journalOf(2);
    writeFileSync(folder, 'a file in the way');
    expect(await keeper.automatic('quit')).toMatchObject({ failure: { kind: 'notAFolder' } });
    rmSync(folder);
    expect((await keeper.list()).automatic).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining(folder),
    });
    await keeper.automatic('quit');
    expect((await keeper.list()).automatic).toMatchObject({ kind: 'on', lastAt: expect.any(String) });
  });

  it('can be given up, and leaves no file', async () => {
    const { keeper, folder, journal } = await journalOf(2);
    const making = keeper.automatic('quit');
    const snapshot = journal.store.snapshot.bind(journal.store);
    journal.store.snapshot = () => {
      keeper.cancel();
      return snapshot();
    };
    expect(await making).toMatchObject({ failure: { kind: 'cancelled' } });
    expect(readdirSync(join(folder, 'Automatic'))).toEqual([]);
  });
});

describe('a journal that lost its records', () => {
  it('does not push out good backups until the user says that all is well', async () => {
    const { keeper, store, folder } = await journalOf(30);
    await keeper.automatic('quit');
    await removeAllBut(store, 5);
    expect(await keeper.automatic('quit')).toEqual({ ok: true, value: null });
    expect((await keeper.list()).automatic).toEqual({
      kind: 'held',
      why: { kind: 'shrank', before: 30, after: 5 },
    });
    await keeper.lookForTrouble();
    expect(keeper.notices).toMatchObject([{ message: expect.stringContaining('holds 5 records') }]);
    expect(automaticIn(folder)).toHaveLength(1);
    await keeper.byHand();
    expect(keeper.notices).toEqual([]);
    await addPerson(store, 'Zoe');
    expect(await keeper.automatic('quit')).toMatchObject({ value: { people: 6 } });
  });

  it('and is empty after a run that had data is an alarm, however small it was', async () => {
    const { keeper, store } = await journalOf(2);
    await keeper.automatic('quit');
    await removeAllBut(store, 0);
    expect((await keeper.list()).automatic).toMatchObject({ kind: 'held' });
  });

  it.each([
    [30, 21, false],
    [30, 20, false],
    [30, 19, true],
    [29, 20, false],
    [12, 3, false],
    [12, 2, true],
    [1, 0, true],
    [0, 0, false],
    [5, 500, false],
  ])('from %i to %i records: alarm %s', (before, after, alarm) => {
    expect(isAlarmingLoss(before, after)).toBe(alarm);
  });
});

describe('a journal with a damaged file', () => {
  it('is not backed up by itself, also after the next start, until there is a backup by hand', async () => {
    const { keeper, store, folder } = await journalOf(20);
    await keeper.byHand();
    await addPerson(store, 'Zoe');
    await store.close();
    writeFileSync(join(store.folder, 'people.json.damaged-2026-05-04T235959'), '');
    const again = await openStore(store.folder);
    const kept = keeperOf(again, { folder });
    kept.clock.at = new Date('2026-05-05T10:00:00Z');
    expect(await kept.keeper.automatic('quit')).toEqual({ ok: true, value: null });
    expect((await kept.keeper.list()).automatic).toEqual({ kind: 'held', why: { kind: 'damaged' } });
    // The clock has been set back since: what counts is that it is made after the damage was found.
    kept.clock.at = new Date('2026-05-04T10:00:00Z');
    await kept.keeper.byHand();
    await addPerson(again, 'Yan');
    expect(await kept.keeper.automatic('quit')).toMatchObject({ value: { people: 22 } });
    await again.close();
    const third = await openStore(store.folder);
    await addPerson(third, 'Xia');
    expect(await keeperOf(third, { folder }).keeper.automatic('quit')).toMatchObject({
      value: { people: 23 },
    });
    writeFileSync(join(store.folder, 'people.json.damaged-2026-05-04T103000'), '');
    writeFileSync(join(store.folder, 'entries', '2026.json.damaged-2026-05-06T103000'), '');
    await addPerson(third, 'Wim');
    expect(await keeperOf(third, { folder }).keeper.automatic('quit')).toEqual({ ok: true, value: null });
  });

  it('that was changed by hand and read well is backed up, though no change of Rapport’s own says so', async () => {
    const { keeper, store, folder } = await journalOf(2);
    await keeper.automatic('quit');
    await store.close();
    const people = join(store.folder, 'people.json');
    const text = await diskFs.readFile(people);
    writeFileSync(people, text.toString('utf8').replace('Person 1', 'Person One'));
    const again = await openStore(store.folder);
    const kept = keeperOf(again, { folder });
    expect(await kept.keeper.automatic('quit')).toMatchObject({ value: { people: 2 } });
    expect(await kept.keeper.automatic('quit')).toEqual({ ok: true, value: null });
  });
});

const DAY_3 = 'Rapport 2026-03-03 1200.rapport';

describe('rotation on the disk', () => {
  it('that something holds on to a file of is no reason to call the new backup failed', async () => {
    const store = await newStore(join(tempFolder(), 'Rapport'));
    const isOutdated = (path: string): boolean => path.includes('Automatic') && path.endsWith('.rapport');
    const busy: Fs = {
      ...diskFs,
      unlink: (path) =>
        isOutdated(path)
          ? Promise.reject(Object.assign(new Error('busy'), { code: 'EBUSY' }))
          : diskFs.unlink(path),
    };
    const folder = join(tempFolder(), 'backups');
    const { keeper, clock } = keeperOf(store, { folder }, busy);
    for (let number = 0; number < 6; number++) {
      clock.at = new Date(Date.UTC(2026, 4, 4, 9, number));
      await addPerson(store, `Person ${number}`);
      expect(await keeper.automatic('quit')).toMatchObject({ value: { people: number + 1 } });
    }
    expect(automaticIn(folder)).toHaveLength(6);
    expect((await keeper.list()).automatic).toMatchObject({ kind: 'on' });
  });

  it('deletes outdated automatic backups of this journal, and nothing else', async () => {
    const { keeper, store, folder, clock } = await journalOf(3);
    const other = await newStore(join(tempFolder(), 'Other'));
    await addPerson(other, 'Somebody else');
    const others = keeperOf(other, { folder });
    for (let day = 1; day <= 12; day++) {
      clock.at = new Date(2026, 2, day, 12);
      others.clock.at = clock.at;
      await addPerson(store, `On day ${day}`);
      await keeper.automatic('quit');
      if (day <= 2) await keeper.byHand();
      if (day <= 2) await others.keeper.automatic('quit');
      await addPerson(other, `On day ${day}`);
    }
    const left = await listBackups(diskFs, folder);
    const own = left.filter(({ journalId }) => journalId === store.journalId);
    expect(own.filter(({ kind }) => kind === 'byHand')).toHaveLength(2);
    // Days 6 to 12, and the Sunday of the week before.
    expect(
      own.filter(({ kind }) => kind === 'automatic').map(({ createdAt }) => createdAt.slice(8, 10)),
    ).toEqual(['12', '11', '10', '09', '08', '07', '06', '01']);
    expect(left.filter(({ journalId }) => journalId === other.journalId)).toHaveLength(2);
  });

  it('never touches a copy of an automatic one that the user keeps elsewhere, and copies it to the second place', async () => {
    const { keeper, store, folder, clock, plan } = await journalOf(3);
    plan.secondFolder = join(tempFolder(), 'disk');
    mkdirSync(plan.secondFolder);
    await beginSecondPlace(diskFs, plan.secondFolder);
    for (let day = 1; day <= 12; day++) {
      clock.at = new Date(2026, 2, day, 12);
      await addPerson(store, `On day ${day}`);
      await keeper.automatic('quit');
      if (day === 3) cpSync(join(folder, 'Automatic', DAY_3), join(folder, DAY_3));
    }
    const automatic = automaticIn(folder);
    expect(automatic).toHaveLength(8);
    expect(automatic).not.toContain(DAY_3);
    expect(automaticIn(plan.secondFolder)).toEqual(automatic);
    expect(readdirSync(folder)).toContain(DAY_3);
    expect(readdirSync(plan.secondFolder)).toContain(DAY_3);
  });
});
