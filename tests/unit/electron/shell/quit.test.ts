import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { finishBeforeQuit } from '../../../../electron/shell/quit';

type Outcome = { ok: true } | { ok: false; error: { message: string } };

function running(finish: () => Promise<Outcome>) {
  const app = new EventEmitter();
  const exited = vi.fn<() => void>();
  const quit = (): void => {
    const event = { prevented: false, preventDefault: () => (event.prevented = true) };
    app.emit('will-quit', event);
    if (!event.prevented) exited();
  };
  const tell = vi.fn<(message: { detail?: string }) => Promise<unknown>>().mockResolvedValue(undefined);
  const { isQuitting } = finishBeforeQuit({
    app: Object.assign(app, { quit, exit: exited }) as never,
    finish,
    timeoutMs: 1_000,
    tell,
  });
  return { quit, exited, tell, isQuitting };
}

afterEach(() => vi.useRealTimers());

describe('finishBeforeQuit', () => {
  it('quits once everything is on the disk, and not before', async () => {
    let finished: (outcome: Outcome) => void = () => undefined;
    const { quit, exited, tell, isQuitting } = running(() => new Promise((resolve) => (finished = resolve)));
    quit();
    quit();
    expect(isQuitting()).toBe(true);
    expect(exited).not.toHaveBeenCalled();
    finished({ ok: true });
    await vi.waitFor(() => expect(exited).toHaveBeenCalledTimes(1));
    expect(tell).not.toHaveBeenCalled();
  });

  it.each([
    [
      'fails',
      async (): Promise<Outcome> => ({ ok: false, error: { message: 'The disk is full.' } }),
      'The disk is full.',
    ],
    ['throws', async (): Promise<Outcome> => Promise.reject(new Error('odd')), 'odd'],
  ])('says so when it %s, and quits', async (_how, finish, said) => {
    const { quit, exited, tell } = running(finish);
    quit();
    await vi.waitFor(() => expect(exited).toHaveBeenCalledTimes(1));
    expect(tell.mock.calls[0]?.[0].detail).toContain(said);
  });

  it('does not wait for ever', async () => {
    vi.useFakeTimers();
    const { quit, exited, tell } = running(() => new Promise(() => undefined));
    quit();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(tell).toHaveBeenCalledTimes(1);
    expect(exited).toHaveBeenCalledTimes(1);
  });
});
