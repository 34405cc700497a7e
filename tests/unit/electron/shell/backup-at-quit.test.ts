import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { backUpBeforeQuit } from '../../../../electron/shell/backup-at-quit';

type Outcome = Awaited<ReturnType<Parameters<typeof backUpBeforeQuit>[0]['backUp']>>;

function running(backUp: () => Promise<Outcome>) {
  const app = new EventEmitter();
  const ended = vi.fn<() => void>();
  const quit = (): void => {
    const event = { prevented: false, preventDefault: () => (event.prevented = true) };
    app.emit('before-quit', event);
    if (!event.prevented) ended();
  };
  const tell = vi.fn<(message: { detail?: string }) => Promise<unknown>>().mockResolvedValue(undefined);
  const cancel = vi.fn<() => Promise<void>>().mockResolvedValue(undefined);
  const announce = vi.fn<() => void>();
  const { skip } = backUpBeforeQuit({
    app: Object.assign(app, { quit }) as never,
    backUp,
    cancel,
    announce,
    tell,
  });
  return { quit, ended, tell, cancel, announce, skip };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('the app ends once the backup is made, and not before', async () => {
  let made: (outcome: Outcome) => void = () => undefined;
  const { quit, ended, tell, announce } = running(() => new Promise((resolve) => (made = resolve)));
  quit();
  quit();
  expect(announce).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ended).not.toHaveBeenCalled();
  made({ ok: true });
  await vi.advanceTimersByTimeAsync(0);
  expect(ended).toHaveBeenCalledOnce();
  expect(tell).not.toHaveBeenCalled();
});

it.each([
  [
    'fails',
    async (): Promise<Outcome> => ({ ok: false, error: { code: 'diskFull', message: 'Full.' } }),
    'Full.',
  ],
  ['throws', async (): Promise<Outcome> => Promise.reject(new Error('odd')), 'odd'],
])('one that %s is told, and the app ends', async (_how, backUp, said) => {
  const { quit, ended, tell } = running(backUp);
  quit();
  await vi.advanceTimersByTimeAsync(0);
  expect(tell.mock.calls[0]?.[0].detail).toContain(said);
  expect(ended).toHaveBeenCalledOnce();
});

it('who goes without it does not wait for a drive that hangs', async () => {
  const { quit, ended, tell, cancel, skip } = running(() => new Promise(() => undefined));
  skip();
  expect(cancel).not.toHaveBeenCalled();
  quit();
  skip();
  expect(cancel).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(1_999);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(ended).toHaveBeenCalledOnce();
  expect(tell).not.toHaveBeenCalled();
});
