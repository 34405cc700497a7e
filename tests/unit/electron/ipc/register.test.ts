import { describe, expect, it, vi } from 'vitest';
import { registerCalls } from '../../../../electron/ipc/register';
import { callNames } from '../../../../shared/contract/names';

type Handler = (event: unknown, input: unknown) => Promise<unknown>;

const OURS = 7;
const mainFrame = { url: 'app://rapport/index.html', parent: null };
const event = (frame: unknown, id = OURS) => ({ senderFrame: frame, sender: { id } });

function registered() {
  const handlers = new Map<string, Handler>();
  const answerCall = vi.fn<(name: string, input: unknown) => Promise<{ ok: true; value: unknown }>>();
  answerCall.mockResolvedValue({ ok: true, value: 'answer' });
  const reportRefusedSender = vi.fn<(name: string) => void>();
  registerCalls({
    ipcMain: { handle: (channel, handler) => void handlers.set(channel, handler as Handler) },
    page: { devServer: null },
    isOurWindow: (id) => id === OURS,
    answerCall: async () => answerCall,
    reportRefusedSender,
  });
  const call = (name: string, from: unknown, input: unknown = {}) =>
    handlers.get(`call:${name}`)?.(from, input);
  return { handlers, answerCall, reportRefusedSender, call };
}

describe('registerCalls', () => {
  it('opens a channel for each call of the contract and no other', () => {
    expect([...registered().handlers.keys()].sort()).toEqual(callNames.map((name) => `call:${name}`).sort());
  });

  it('answers our page', async () => {
    const { call, answerCall } = registered();
    expect(await call('people.get', event(mainFrame), { id: 1 })).toEqual({ ok: true, value: 'answer' });
    expect(answerCall.mock.calls).toEqual([['people.get', { id: 1 }]]);
  });

  it.each([
    ['another page', event({ url: 'https://evil.example/', parent: null })],
    ['a page that only looks alike', event({ url: 'app://rapport.evil.example/', parent: null })],
    ['a frame in our page', event({ ...mainFrame, parent: mainFrame })],
    ['a frame that is gone', event(null)],
    ['a window that is not ours', event(mainFrame, 99)],
  ])('refuses %s before anything is done', async (_who, from) => {
    const { call, answerCall, reportRefusedSender } = registered();
    expect(await call('people.get', from)).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(answerCall).not.toHaveBeenCalled();
    expect(reportRefusedSender.mock.calls).toEqual([['people.get']]);
  });
});
