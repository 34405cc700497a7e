import { afterEach, expect, it, vi } from 'vitest';
import type { JournalState } from '../../../../shared/contract/journal';
import { keepReadsCurrent, newQueryClient, readJournalState } from '../../../../renderer/api';

const opening = { kind: 'opening', folder: '/Rapport', done: 0, total: 0 } as const;
const refused = (message: string): JournalState => ({
  kind: 'refused',
  folder: '/Rapport',
  defaultFolder: '/Rapport',
  error: { code: 'locked', message },
  newestBackup: null,
});

afterEach(() => vi.unstubAllGlobals());

/** A window whose main process answers when it is told to, and pushes what it likes. */
function stubMain() {
  let answer: (state: JournalState) => void = () => undefined;
  const listeners = new Set<(state: JournalState) => void>();
  const rapport = {
    journal: {
      state: () => new Promise((resolve) => (answer = (value) => resolve({ ok: true, value }))),
    },
    on: {
      state: (listener: (state: JournalState) => void) => listeners.add(listener),
      changed: () => undefined,
    },
  };
  vi.stubGlobal('window', { rapport });
  return {
    answer: (state: JournalState) => answer(state),
    push: (state: JournalState) => listeners.forEach((listener) => listener(state)),
  };
}

it('a journal that opens between the first answer and the first drawing does not stay “opening”', async () => {
  const main = stubMain();
  const client = newQueryClient();
  keepReadsCurrent(client);
  const asked = readJournalState(client);
  main.answer(opening);
  expect(await asked).toEqual(opening);
  main.push(refused('open by then'));
  expect(client.getQueryData(['journal.state', {}])).toEqual(refused('open by then'));
});

it('what is pushed while the answer is on its way is newer than the answer', async () => {
  const main = stubMain();
  const client = newQueryClient();
  keepReadsCurrent(client);
  const asked = readJournalState(client);
  main.push(refused('newer'));
  main.answer(opening);
  expect(await asked).toEqual(refused('newer'));
  expect(client.getQueryData(['journal.state', {}])).toEqual(refused('newer'));
});
