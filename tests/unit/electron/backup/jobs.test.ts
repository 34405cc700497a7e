import { describe, expect, it } from 'vitest';
import { Jobs } from '../../../../electron/backup/jobs';
import { throwIfAborted } from '../../../../electron/journal/watch';

/** A job that runs until it is let go or given up, and tells what became of it. */
function jobs() {
  const all = new Jobs();
  const log: string[] = [];
  const begin = (name: 'automatic' | 'restore' | 'quit') => {
    let letGo = (): void => undefined;
    let isBegun = (): void => undefined;
    const begun = new Promise<void>((resolve) => (isBegun = resolve));
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const done = all
      .run(name, async ({ signal }) => {
        throwIfAborted(signal);
        log.push(`${name} begun`);
        isBegun();
        await Promise.race([held, new Promise((resolve) => signal.addEventListener('abort', resolve))]);
        throwIfAborted(signal);
      })
      .then(
        () => log.push(`${name} done`),
        () => log.push(`${name} given up`),
      );
    return { letGo, begun, done };
  };
  return { all, log, begin };
}

describe('long work, one piece at a time', () => {
  it('that waits is given up by its name, and what runs before it goes on', async () => {
    const { all, log, begin } = jobs();
    const running = begin('automatic');
    const waiting = begin('restore');
    await running.begun;
    all.cancel('restore');
    await waiting.done;
    expect(log).toEqual(['automatic begun', 'restore given up']);
    const next = begin('quit');
    running.letGo();
    next.letGo();
    await Promise.all([running.done, next.done]);
    expect(log.slice(2)).toEqual(['automatic done', 'quit begun', 'quit done']);
    expect(all.busy).toBe(false);
  });

  it('that runs is given up by its name, and what waits goes ahead', async () => {
    const { all, log, begin } = jobs();
    const running = begin('automatic');
    const waiting = begin('restore');
    await running.begun;
    all.cancel('automatic');
    waiting.letGo();
    await Promise.all([running.done, waiting.done]);
    expect(log).toEqual(['automatic begun', 'automatic given up', 'restore begun', 'restore done']);
  });

  it('is all given up without a name, also what waits', async () => {
    const { all, log, begin } = jobs();
    const every = [begin('automatic'), begin('restore'), begin('quit')];
    await every[0]?.begun;
    expect(all.busy).toBe(true);
    all.cancel();
    await Promise.all(every.map(({ done }) => done));
    expect(log[0]).toBe('automatic begun');
    expect(log.slice(1).sort()).toEqual(['automatic given up', 'quit given up', 'restore given up']);
    expect(all.busy).toBe(false);
  });
});
