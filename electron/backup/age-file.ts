import { randomBytes, type ScryptOptions, scryptSync } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { armor, Decrypter, Encrypter, type Identity, type Recipient, Stanza } from 'age-encryption';
import { isOutOfMemory } from './out-of-memory';
import type { Opened } from './vault';

/**
 * Files in the age format (https://age-encryption.org/v1), locked with a passphrase: the public `age` tool opens them. The
 * format is the library's; the passphrase's own line is written here, so that the key that is derived from the passphrase,
 * which takes a second and a quarter of a gigabyte by design, is derived once for writing a file and reading it back.
 */

/** 2 to the power of this many rounds of scrypt: what `age` itself uses. */
const WORK_FACTOR = 18;
/** Higher ones would take gigabytes of memory: such a file is not one of ours. */
const MAX_WORK_FACTOR = 20;

const KIND = 'scrypt';
const SALT_LABEL = 'age-encryption.org/v1/scrypt';
const SALT_BYTES = 16;
const KEY_BYTES = 32;
/** A file key and its tag. */
const BODY_BYTES = 32;
/** Each key wraps one file key: its salt is drawn anew for every file. */
const NONCE = new Uint8Array(12);
const ARMOR_START = '-----BEGIN AGE ENCRYPTED FILE-----';

export async function sealAge(
  bytes: Uint8Array,
  passphrase: string,
  workFactor: number = WORK_FACTOR,
): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(new PassphraseRecipient(passphrase, workFactor));
  return encrypter.encrypt(bytes);
}

/** Throws what is not about the file: a good one must not be taken for damaged because memory ran out. */
export async function openAge(file: Uint8Array, passphrase: string): Promise<Opened> {
  const identity = new PassphraseIdentity(passphrase);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return { kind: 'opened', bytes: await decrypter.decrypt(withoutArmor(file)) };
  } catch (error) {
    if (error instanceof KeyNotDerived || isOutOfMemory(error)) throw error;
    // The library's errors differ in their text alone. What matters is whether the passphrase was the reason.
    return { kind: identity.refused ? 'wrongPassphrase' : 'damaged' };
  }
}

function withoutArmor(file: Uint8Array): Uint8Array {
  const text = Buffer.from(file.subarray(0, 64)).toString('latin1');
  return text.trimStart().startsWith(ARMOR_START) ? armor.decode(Buffer.from(file).toString('utf8')) : file;
}

class PassphraseRecipient implements Recipient {
  constructor(
    private readonly passphrase: string,
    private readonly workFactor: number,
  ) {}

  wrapFileKey(fileKey: Uint8Array): Stanza[] {
    const salt = randomBytes(SALT_BYTES);
    const key = deriveKey(this.passphrase, salt, this.workFactor);
    const args = [KIND, base64(salt), String(this.workFactor)];
    return [new Stanza(args, chacha20poly1305(key, NONCE).encrypt(fileKey))];
  }
}

class PassphraseIdentity implements Identity {
  /** The head was as it should be, and the passphrase did not fit it. */
  refused = false;

  constructor(private readonly passphrase: string) {}

  unwrapFileKey(stanzas: Stanza[]): Uint8Array | null {
    const own = stanzas.find(({ args }) => args[0] === KIND);
    // Locked in another way: no passphrase opens it.
    this.refused = own === undefined;
    if (!own) return null;
    if (stanzas.length !== 1) throw new Error('A passphrase must be the only way in.');
    const { salt, workFactor } = partsOf(own);
    const key = deriveKey(this.passphrase, salt, workFactor);
    try {
      return chacha20poly1305(key, NONCE).decrypt(own.body);
    } catch {
      // The tag is wrong: it is another passphrase's key, or these few bytes were altered.
      this.refused = true;
      return null;
    }
  }
}

function partsOf({ args, body }: Stanza): { salt: Buffer; workFactor: number } {
  const [, saltText = '', factorText = '', ...more] = args;
  const salt = Buffer.from(saltText, 'base64');
  const isWhole =
    more.length === 0 &&
    salt.length === SALT_BYTES &&
    base64(salt) === saltText &&
    /^[1-9][0-9]*$/.test(factorText) &&
    Number(factorText) <= MAX_WORK_FACTOR &&
    body.length === BODY_BYTES;
  if (!isWhole) throw new Error('The line of the passphrase is not as it should be.');
  return { salt, workFactor: Number(factorText) };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}

let lastDerived: { from: string; key: Uint8Array } | null = null;

/** Takes a second. The last key is remembered: a backup is read back right after it was written. */
function deriveKey(passphrase: string, salt: Uint8Array, workFactor: number): Uint8Array {
  const from = JSON.stringify([passphrase, base64(salt), workFactor]);
  if (lastDerived?.from === from) return lastDerived.key;
  const N = 2 ** workFactor;
  const labelled = Buffer.concat([Buffer.from(SALT_LABEL), salt]);
  const maxmem = 128 * 8 * N + 32 * 1024 * 1024;
  const key = scrypt(Buffer.from(passphrase, 'utf8'), labelled, { N, r: 8, p: 1, maxmem });
  lastDerived = { from, key };
  return key;
}

/** What it is given was checked before: when it fails, it is for want of memory. */
class KeyNotDerived extends Error {
  override name = 'KeyNotDerived';
}

function scrypt(passphrase: Uint8Array, salt: Uint8Array, options: ScryptOptions): Uint8Array {
  try {
    return scryptSync(passphrase, salt, KEY_BYTES, options);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new KeyNotDerived(`No key could be made from the passphrase: ${detail}`, { cause });
  }
}
