import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { leftOf, NAME, open, place } from './forget-place';
import { fill, TRACES } from './full-journal';

/** A disk that fails, or a power cut, at the call of this number that writes, renames or deletes. */
function failingFs(at: { call: number }): Fs {
  let calls = 0;
  const guard =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> => {
      calls += 1;
      if (calls >= at.call) return Promise.reject(Object.assign(new Error('no power'), { code: 'EIO' }));
      return work(...args);
    };
  return {
    ...diskFs,
    open: guard((...args: Parameters<Fs['open']>) => diskFs.open(...args)),
    rename: guard((...args: Parameters<Fs['rename']>) => diskFs.rename(...args)),
    unlink: guard((...args: Parameters<Fs['unlink']>) => diskFs.unlink(...args)),
    copyFile: guard((...args: Parameters<Fs['copyFile']>) => diskFs.copyFile(...args)),
    syncFolder: guard((...args: Parameters<Fs['syncFolder']>) => diskFs.syncFolder(...args)),
  };
}

/** Everything of them is gone, or (when it was refused) all of it is there. */
function outcomeOf(left: number, accepted: boolean): 'untouched' | 'finished' | 'halfErased' {
  if (left === 0) return 'finished';
  return left > 10 && !accepted ? 'untouched' : 'halfErased';
}

describe('a failure in the middle of it', () => {
  it('leaves all as it was, or is finished at the next opening, wherever it comes', async () => {
    const outcomes = { untouched: 0, finished: 0, halfErased: 0 };
    for (let call = 1; call < 400; call += 11) {
      const where = place();
      const ids = await fill(where);
      const first = await open(where);
      await first.call('backup.now', {});
      await first.session.handle({ kind: 'close', id: 4 });
      const at = { call: Number.POSITIVE_INFINITY };
      const failing = await open(where, failingFs(at));
      at.call = call;
      const answer = await failing.session.handle({
        kind: 'forget',
        id: 3,
        person: { id: ids.maya, name: NAME, deleted: [], unreachable: [] },
      });
      at.call = Number.POSITIVE_INFINITY;
      await failing.session.handle({ kind: 'close', id: 4 });
      const isLocked = existsSync(join(where.journal, '.lock'));
      if (isLocked) continue;
      const next = await open(where);
      expect(next.opened.ok).toBe(true);
      await next.session.handle({ kind: 'close', id: 4 });
      const left = leftOf(where, [...TRACES, ids.maya]);
      const outcome = outcomeOf(left.length, answer.ok);
      outcomes[outcome] += 1;
      if (answer.ok) break;
    }
    expect(outcomes.halfErased).toBe(0);
    expect(outcomes.untouched).toBeGreaterThan(0);
    expect(outcomes.finished).toBeGreaterThan(0);
  }, 120_000);
});

describe('a disk that fails just when it is decided on', () => {
  it('closes the journal, when nobody can know what it will find at the next start', async () => {
    const where = place();
    let failing = false;
    const dead = () => Promise.reject(Object.assign(new Error('a broken disk'), { code: 'EIO' }));
    const fs: Fs = {
      ...diskFs,
      unlink: (path) => (failing ? dead() : diskFs.unlink(path)),
      syncFolder: (path) => (failing ? dead() : diskFs.syncFolder(path)),
      rename: async (from, to) => {
        await diskFs.rename(from, to);
        if (to.endsWith('.forgetting.json')) failing = true;
      },
    };
    const { session, add, forget, states } = await open(where, fs);
    const maya = await add(NAME);
    expect(await forget(maya)).toMatchObject({ ok: false, failure: { kind: 'diskError' } });
    failing = false;
    expect(states.at(-1)).toBe('refused');
    const person = { editing: null, person: { name: 'Anna Lind' } };
    const late = await session.handle({ kind: 'call', id: 5, name: 'people.save', input: person });
    expect(late).toMatchObject({ ok: false, failure: { kind: 'notOpen' } });
    // The disk did not let go of it either; the next start finds that nobody has it.
    rmSync(join(where.journal, '.lock'), { force: true });
    const again = await open(where);
    expect(again.opened.ok).toBe(true);
    await again.add('Cem');
    await again.close();
    expect(leftOf(where, [NAME])).toEqual([]);
    const third = await open(where);
    expect(await third.call('people.list', { offset: 0, limit: 9 })).toMatchObject({ total: 1 });
  });

  it('goes on with the journal as it was when the decision could be taken back', async () => {
    const where = place();
    let failing = false;
    const fs: Fs = {
      ...diskFs,
      syncFolder: (path) => {
        const fails = failing;
        failing = false;
        if (fails) return Promise.reject(Object.assign(new Error('for once'), { code: 'EIO' }));
        return diskFs.syncFolder(path);
      },
      rename: async (from, to) => {
        await diskFs.rename(from, to);
        if (to.endsWith('.forgetting.json')) failing = true;
      },
    };
    const { add, forget, close, states } = await open(where, fs);
    const maya = await add(NAME);
    expect(await forget(maya)).toMatchObject({ ok: false, failure: { kind: 'diskError' } });
    await add('Anna Lind');
    expect(states.at(-1)).toBe('open');
    await close();
    expect(existsSync(join(where.journal, '.forgetting.json'))).toBe(false);
    const again = await open(where);
    expect(await again.call('people.list', { offset: 0, limit: 9 })).toMatchObject({ total: 2 });
  });
});
