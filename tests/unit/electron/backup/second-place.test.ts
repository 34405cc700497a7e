import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupHandlers } from '../../../../electron/backup/handlers';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { removePending, writePending } from '../../../../electron/journal/files/pending-list';
import { addPerson } from '../journal/temp-journal';
import { keeperOf, newSecondPlace } from './keeper-of';

async function withSecondPlace() {
  const { store, folder, disk } = await newSecondPlace();
  const kept = keeperOf(store, { folder, secondFolder: disk });
  return { store, folder, disk, ...kept };
}

const namesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith('Rapport'))
    .sort();

describe('the second place', () => {
  it('gets a copy of every backup, byte for byte', async () => {
    const { keeper, folder, disk } = await withSecondPlace();
    const made = await keeper.byHand();
    expect(readFileSync(join(disk, made.fileName))).toEqual(readFileSync(made.path));
    await keeper.byHand();
    expect(namesIn(disk)).toEqual(namesIn(folder));
    expect((await keeper.list()).second).toMatchObject({ folder: disk, state: { kind: 'upToDate' } });
  });

  it('gets each of several that were made in one second', async () => {
    const { keeper, store, clock, folder, disk } = await withSecondPlace();
    clock.at = new Date('2026-05-04T09:30:00');
    await keeper.byHand();
    await keeper.byHand();
    await addPerson(store, 'Bea');
    await keeper.byHand();
    expect(namesIn(folder)).toHaveLength(3);
    expect(namesIn(disk)).toEqual(namesIn(folder));
    await keeper.byHand();
    expect(namesIn(disk)).toEqual(namesIn(folder));
  });

  it('is no error while it is away, and is caught up when it is back', async () => {
    const { keeper, store, disk, folder } = await withSecondPlace();
    const away = `${disk}-unplugged`;
    renameSync(disk, away);
    // What an unplugged disk may leave: an empty folder, into which nothing must go.
    mkdirSync(disk);
    await keeper.byHand();
    expect(await keeper.automatic('quit')).toEqual({ ok: true, value: null });
    await addPerson(store, 'Bea');
    expect(await keeper.automatic('quit')).toMatchObject({ ok: true, value: { people: 2 } });
    expect(readdirSync(disk)).toEqual([]);
    expect((await keeper.list()).second).toMatchObject({ state: { kind: 'away' } });
    rmSync(disk, { recursive: true });
    renameSync(away, disk);
    await keeper.tick();
    expect(namesIn(disk)).toEqual(namesIn(folder));
    expect(namesIn(join(disk, 'Automatic'))).toEqual(namesIn(join(folder, 'Automatic')));
    expect((await keeper.list()).second).toMatchObject({ state: { kind: 'upToDate' } });
  });

  it('whose copy cannot be made says why, and the backup itself is made', async () => {
    const { keeper, disk, store } = await withSecondPlace();
    writeFileSync(join(disk, 'Automatic'), 'a file in the way');
    await addPerson(store, 'Bea');
    expect(await keeper.automatic('quit')).toMatchObject({ ok: true, value: { people: 2 } });
    expect((await keeper.list()).second).toMatchObject({ state: { kind: 'failed' } });
  });

  it('has not failed when a copy was given up: it is behind, and gets it the next time', async () => {
    const { store, folder, disk } = await newSecondPlace();
    let copying = 0;
    const fs: Fs = {
      ...diskFs,
      open: (path, flags) => {
        if (path.startsWith(disk) && path.includes('.unfinished') && ++copying === 1) keeper.cancel();
        return diskFs.open(path, flags);
      },
    };
    const { keeper } = keeperOf(store, { folder, secondFolder: disk }, fs);
    const { fileName } = await keeper.byHand();
    expect(copying).toBe(1);
    expect(namesIn(disk)).toEqual([]);
    expect((await keeper.list()).second).toMatchObject({ state: { kind: 'behind' } });
    await keeper.tick();
    expect(namesIn(disk)).toEqual([fileName]);
    expect((await keeper.list()).second).toMatchObject({ state: { kind: 'upToDate' } });
  });

  it('gets no copy of a backup that waits to be written anew without somebody', async () => {
    const { keeper, store, folder, disk } = await withSecondPlace();
    const away = `${disk}-unplugged`;
    renameSync(disk, away);
    const made = await keeper.byHand();
    renameSync(away, disk);
    await writePending(diskFs, store.folder, 'forgetting', [{ kind: 'remove', path: made.path }]);
    const later = await keeper.byHand();
    expect(namesIn(folder)).toHaveLength(2);
    expect(namesIn(disk)).toEqual([later.fileName]);
    await removePending(diskFs, store.folder, 'forgetting');
    await keeper.byHand();
    expect(namesIn(disk)).toEqual(namesIn(folder));
  });

  it('never has one of its files overwritten', async () => {
    const { keeper, disk, clock } = await withSecondPlace();
    clock.at = new Date('2026-05-04T09:30:00');
    writeFileSync(join(disk, 'Rapport 2026-05-04 0930.rapport'), 'of another computer');
    await keeper.byHand();
    expect(readFileSync(join(disk, 'Rapport 2026-05-04 0930.rapport'), 'utf8')).toBe('of another computer');
    expect(namesIn(disk)).toContain('Rapport 2026-05-04 0930 (2).rapport');
  });

  it('has what was backed up before a restore, too', async () => {
    const { keeper, journal, now, folder, disk, store } = await withSecondPlace();
    const { path } = await keeper.byHand();
    await addPerson(store, 'Bea');
    await backupHandlers(journal, keeper, now)['backup.restore']({ path });
    expect(namesIn(disk)).toEqual(namesIn(folder));
    expect(namesIn(disk).some((name) => name.includes('before a restore'))).toBe(true);
  });

  it('has the backups after one that is rotten, which is told and known as damaged from then on', async () => {
    const { keeper, folder, disk } = await withSecondPlace();
    const away = `${disk}-unplugged`;
    renameSync(disk, away);
    const rotten = await keeper.byHand();
    utimesSync(rotten.path, MOMENT, MOMENT);
    const whole = [await keeper.byHand(), await keeper.byHand()].map(({ fileName }) => fileName).sort();
    await keeper.list();
    renameSync(away, disk);
    rot(rotten.path);
    await keeper.tick();
    expect(namesIn(disk)).toEqual(whole);
    const { backups, second } = await keeper.list();
    expect(second).toMatchObject({ state: { kind: 'failed', message: expect.stringContaining('damaged') } });
    expect(backups.filter(({ check }) => check.kind === 'damaged')).toMatchObject([{ path: rotten.path }]);
    await keeper.tick();
    expect(namesIn(disk)).toEqual(whole);
    expect(namesIn(folder)).toHaveLength(3);
    expect((await keeper.list()).second).toMatchObject({ state: { kind: 'upToDate' } });
  });

  it('lacks what the command backed up while the journal is open, says so, and gets it with the next look', async () => {
    const { keeper, store, folder, disk } = await withSecondPlace();
    await keeper.byHand();
    const command = keeperOf(store, { folder }).keeper;
    await command.byHand();
    expect((await keeper.list()).second).toMatchObject({ state: { kind: 'behind' } });
    await keeper.tick();
    expect(namesIn(folder)).toHaveLength(2);
    expect(namesIn(disk)).toEqual(namesIn(folder));
    expect((await keeper.list()).second).toMatchObject({ state: { kind: 'upToDate' } });
    await command.byHand();
    await keeper.tick();
    expect(namesIn(disk)).toEqual(namesIn(folder));
  });

  it('gets what the command backed up when the app is quit, also when there is nothing new to back up', async () => {
    const { keeper, store, folder, disk } = await withSecondPlace();
    await keeper.byHand();
    await keeperOf(store, { folder }).keeper.byHand();
    expect(await keeper.automatic('quit')).toEqual({ ok: true, value: null });
    expect(namesIn(folder)).toHaveLength(2);
    expect(namesIn(disk)).toEqual(namesIn(folder));
  });
});

/** A whole second: no disk keeps it less exactly than it was given. */
const MOMENT = new Date('2026-05-04T09:30:00Z');

/** Other bytes on the disk, with nothing that tells of a change. */
function rot(path: string): void {
  const bytes = readFileSync(path);
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 0xff, middle);
  writeFileSync(path, bytes);
  utimesSync(path, MOMENT, MOMENT);
}
