import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { createDrafts } from '../../../../electron/shell/drafts';
import { success } from '../../../../shared/result';
import { leftOf, NAME, open, place, type Place } from './forget-place';

function draftsOf(where: Place, ready?: Promise<unknown>) {
  return createDrafts({
    fs: diskFs,
    path: join(where.app, 'drafts.json'),
    now: () => new Date(),
    journalId: () => null,
    setAside: () => null,
    reportDamage: () => undefined,
    ...(ready && { ready }),
  });
}

function draft(title: string) {
  return {
    id: uuidV7(),
    form: 'debrief' as const,
    recordId: null,
    title,
    value: { words: title },
    caret: null,
  };
}

describe('drafts', () => {
  it('that were kept while the drafts file could not be written are there after the next start', async () => {
    const where = place();
    let full = false;
    const fs: Fs = {
      ...diskFs,
      open: (path, flags) =>
        full && path.startsWith(where.app)
          ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
          : diskFs.open(path, flags),
    };
    const drafts = draftsOf(where);
    const { add, forget, close } = await open(where, fs);
    const maya = await add(NAME);
    await drafts.keep(draft(`With ${NAME}`));
    full = true;
    expect(await drafts.whileReplaced(() => forget(maya))).toEqual(success({ waiting: true }));
    full = false;
    await drafts.keep(draft('A long evening with Anna'));
    await close();
    await (await open(where)).close();
    expect((await draftsOf(where).list()).map(({ title }) => title)).toEqual(['A long evening with Anna']);
    expect(leftOf(where, [NAME])).toEqual([]);
  });

  it('are read by main only when the thread has taken out whom it had still to take out', async () => {
    const where = place();
    await draftsOf(where).keep(draft(`With ${NAME}`));
    // The program is killed right after it was decided on.
    let dead = false;
    const die = () => Promise.reject(Object.assign(new Error('killed'), { code: 'EIO' }));
    const fs: Fs = {
      ...diskFs,
      open: (path, flags) => (dead ? die() : diskFs.open(path, flags)),
      unlink: (path) => (dead ? die() : diskFs.unlink(path)),
      rename: async (from, to) => {
        if (dead) return die();
        await diskFs.rename(from, to);
        if (to.endsWith('.forgetting.json')) dead = true;
      },
    };
    const first = await open(where, fs);
    await first.forget(await first.add(NAME));
    await first.close();
    rmSync(join(where.journal, '.lock'), { force: true });
    expect(existsSync(join(where.journal, '.forgetting.json'))).toBe(true);
    // At the next start the window asks at once.
    const opening = open(where);
    const main = draftsOf(where, opening);
    expect(await main.list()).toEqual([]);
    await opening;
    await main.keep(draft('With Anna'));
    expect(leftOf(where, [NAME])).toEqual([]);
  });

  it('lose a word that may be a name, and stay', async () => {
    const where = place();
    const { add, forget } = await open(where);
    const drafts = draftsOf(where);
    await drafts.keep(draft('Anna says\nMadonna owes her money'));
    const madonna = await add('Madonna');
    expect(await drafts.whileReplaced(() => forget(madonna, 'Madonna'))).toMatchObject({ ok: true });
    expect((await drafts.list()).map(({ title }) => title)).toEqual(['Anna says\nSomebody owes her money']);
  });

  it('are found also where a kill left them', async () => {
    const where = place();
    const { add, forget } = await open(where);
    const torn = join(where.app, `.drafts.json.${uuidV7()}.tmp`);
    writeFileSync(torn, `{"drafts":[{"title":"With ${NAME}"}]}`);
    expect(await forget(await add(NAME))).toMatchObject({ ok: true });
    expect(existsSync(torn)).toBe(false);
  });
});

describe('a name of one word', () => {
  it('is in no log and in no file set aside any more, and the other lines of those stay', async () => {
    const where = place();
    const { add, forget, close } = await open(where);
    const madonna = await add('Ana Pop', { nickname: 'Madonna' });
    mkdirSync(join(where.app, 'logs'));
    writeFileSync(join(where.app, 'logs', 'main.log'), 'started\nCannot open /home/x/Madonna\n');
    const damaged = join(where.journal, 'people.json.damaged-2026-05-04T101112');
    writeFileSync(damaged, '{"id":"x","name":"Anna","notes":"Tea\\nMadonna was late"},\n{"id":"y"}\n');
    expect(await forget(madonna, 'Ana Pop')).toMatchObject({ ok: true });
    await close();
    expect(leftOf(where, ['Madonna'])).toEqual([]);
    expect(readFileSync(damaged, 'utf8')).toBe(
      '{"id":"x","name":"Anna","notes":"Tea\\nSomebody was late"},\n{"id":"y"}\n',
    );
    expect(readFileSync(join(where.app, 'logs', 'main.log'), 'utf8')).toContain('started\n');
  });
});
