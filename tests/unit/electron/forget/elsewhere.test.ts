import { copyFileSync, cpSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskFs } from '../../../../electron/journal/files/fs';
import { success } from '../../../../shared/result';
import { tempFolder } from '../journal/temp-journal';
import { leftOf, lockedBackups, NAME, open, place } from './forget-place';

describe('a backup that could not be reached when somebody was forgotten', () => {
  it('is written anew also after the journal has moved', async () => {
    const where = place();
    const { fs, lock } = lockedBackups(where);
    const { add, forget, backUp, session, close } = await open(where, fs);
    const maya = await add(NAME);
    await add('Anna Lind');
    await backUp();
    lock.isOn = true;
    expect(await forget(maya)).toEqual(success({ waiting: true }));
    const moved = { ...where, journal: join(tempFolder(), 'Moved') };
    expect(await session.handle({ kind: 'move', id: 9, folder: moved.journal })).toEqual(success({}));
    expect(leftOf(moved, [NAME]).length).toBeGreaterThan(0);
    await close();
    lock.isOn = false;
    await (await open(moved)).close();
    expect(leftOf(moved, [NAME])).toEqual([]);
    expect(readdirSync(moved.journal).filter((name) => name.startsWith('.forgetting'))).toEqual([]);
  });

  it('on a disk that is away is named, when the folder is the disk itself', async () => {
    const where = place();
    const { add, preview, backUp } = await open(where, diskFs, null, true);
    const maya = await add(NAME);
    await backUp();
    renameSync(where.backups, `${where.backups} away`);
    expect((await preview(maya)).unreachable).toEqual([where.backups]);
  });
});

describe('a file from before somebody was forgotten', () => {
  it('is seen to be older when the journal is opened next', async () => {
    const where = place();
    const first = await open(where);
    const maya = await first.add(NAME);
    await first.add('Anna Lind');
    await first.close();
    const former = join(tempFolder(), 'people.json');
    copyFileSync(join(where.journal, 'people.json'), former);
    const second = await open(where);
    expect(await second.forget(maya)).toEqual(success({ waiting: false }));
    await second.close();
    copyFileSync(former, join(where.journal, 'people.json'));
    const { opened } = await open(where);
    expect(opened).toMatchObject({ ok: false, failure: { kind: 'needsRecovery' } });
  });

  it('brings nobody back while the journal is open, though another Rapport has added somebody since', async () => {
    const where = place();
    const first = await open(where);
    const maya = await first.add(NAME);
    await first.add('Anna Lind');
    await first.close();
    const elsewhere = { ...place(), journal: join(tempFolder(), 'Elsewhere') };
    cpSync(where.journal, elsewhere.journal, { recursive: true });
    const there = await open(elsewhere);
    for (const name of ['Bob Unwin', 'Cem Aksoy', 'Dora Iwata']) await there.add(name);
    await there.close();
    const here = await open(where);
    expect(await here.forget(maya)).toEqual(success({ waiting: false }));
    copyFileSync(join(elsewhere.journal, 'people.json'), join(where.journal, 'people.json'));
    await here.close();
    const again = await open(where);
    const { rows } = (await again.call('people.list', { offset: 0, limit: 50 })) as {
      rows: { name: string }[];
    };
    expect(rows.map(({ name }) => name).sort()).toEqual([
      'Anna Lind',
      'Bob Unwin',
      'Cem Aksoy',
      'Dora Iwata',
    ]);
  });
});
