/** A thread that holds passphrases' slow work: keys that take a second to derive, word lists that take one to load. */
import { webcrypto } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { openAge, sealAge } from './backup/age-file';
import { strengthOf, suggestPassphrase } from './backup/passphrases';
import type { FromVault, ToVault } from './backup/vault-protocol';

// Electron 25's Node 18 has no global Web Crypto.
if (!('crypto' in globalThis)) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });

const port = parentPort;
if (!port) throw new Error("passphrase-thread is started by the journal's thread as a worker thread.");

async function answer(message: ToVault): Promise<unknown> {
  switch (message.kind) {
    case 'seal':
      return sealAge(message.bytes, message.passphrase);
    case 'open':
      return openAge(message.bytes, message.passphrase);
    case 'strength':
      return strengthOf(message.passphrase);
    case 'suggest':
      return suggestPassphrase();
  }
}

port.on('message', (message: ToVault) => {
  answer(message).then(
    (value) => port.postMessage({ id: message.id, ok: true, value } satisfies FromVault),
    (error: unknown) => {
      const detail = error instanceof Error ? error.message : String(error);
      port.postMessage({ id: message.id, ok: false, detail } satisfies FromVault);
    },
  );
});
