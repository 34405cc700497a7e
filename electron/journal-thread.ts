/** The thread that holds the journal: everything that reads or writes it runs here, away from the window's process. */
import { webcrypto } from 'node:crypto';
import { join } from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { v7 as uuidV7 } from 'uuid';
import { ThreadVault } from './backup/thread-vault';
import { answered, refusal } from './ipc/refusal';
import { diskFs } from './journal/files/fs';
import type { ThreadOptions, ToThread } from './journal/thread-protocol';
import { ThreadSession } from './thread-session';

// Electron 25's Node 18 has no global Web Crypto.
if (!('crypto' in globalThis)) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });

const port = parentPort;
if (!port) throw new Error('journal-thread is started by the main process as a worker thread.');

const options = workerData as ThreadOptions;
const session = new ThreadSession({
  fs: diskFs,
  now: () => new Date(),
  newId: () => uuidV7(),
  checkOutputs: options.checkOutputs,
  vault: new ThreadVault(() => new Worker(join(__dirname, 'passphrase-thread.cjs'))),
  app: options.app,
  send: (message) => port.postMessage(message),
});

port.on('message', (message: ToThread) => {
  session.handle(message).then(
    (result) => {
      const answer = result.ok ? answered(result.value) : refusal(result.failure);
      port.postMessage({ kind: 'answer', id: message.id, answer });
    },
    (error: unknown) => {
      const detail = error instanceof Error ? error.message : String(error);
      port.postMessage({ kind: 'answer', id: message.id, answer: refusal({ kind: 'unexpected', detail }) });
    },
  );
});
