import type * as Crypto from 'node:crypto';
import { createHash, scryptSync } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import * as vectors from 'cctv-age';
import { describe, expect, it, vi } from 'vitest';
import { openAge, sealAge } from '../../../../electron/backup/age-file';
import type { Opened } from '../../../../electron/backup/vault';

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof Crypto>();
  return { ...crypto, scryptSync: vi.fn<typeof Crypto.scryptSync>(crypto.scryptSync) };
});

/**
 * The public test vectors of the age format, those that a passphrase opens: https://c2sp.org/CCTV/age. Each says what must
 * come of it; the two kinds of header are told apart as `openAge` does.
 */
interface Vector {
  name: string;
  expect: string;
  passphrase: string;
  payload: string | undefined;
  file: Uint8Array;
}

function parse(name: string, bytes: Uint8Array): Vector | null {
  const buffer = Buffer.from(bytes);
  const end = buffer.indexOf('\n\n');
  const head = new Map(
    buffer
      .toString('latin1', 0, end)
      .split('\n')
      .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const passphrase = head.get('passphrase');
  const expected = head.get('expect');
  if (passphrase === undefined || expected === undefined) return null;
  const body = buffer.subarray(end + 2);
  const file = head.get('compressed') === 'zlib' ? inflateSync(body) : body;
  return { name, expect: expected, passphrase, payload: head.get('payload'), file };
}

/** In the words of the vectors, the opened content by its SHA-256. */
function outcomeOf(opened: Opened): string[] {
  if (opened.kind === 'wrongPassphrase') return ['no match'];
  if (opened.kind === 'damaged') return ['failure'];
  return ['success', createHash('sha256').update(opened.bytes).digest('hex')];
}

const all = Object.entries(vectors).flatMap(([name, bytes]) => parse(name, bytes) ?? []);

describe('the age format’s public vectors', () => {
  it('are there, good ones and bad ones', () => {
    expect(all.length).toBeGreaterThanOrEqual(20);
    expect(new Set(all.map((vector) => vector.expect))).toContain('success');
  });

  it.each(all)('$name: $expect', async ({ expect: expected, passphrase, payload, file }) => {
    expect(outcomeOf(await openAge(file, passphrase))).toEqual(
      expected === 'success' ? ['success', payload] : expected === 'no match' ? ['no match'] : ['failure'],
    );
  });
});

describe('a file of ours', () => {
  const words = Buffer.from('a backup’s bytes '.repeat(10_000));

  it('is opened by its passphrase, and by no other', async () => {
    const sealed = await sealAge(words, 'tiger lamp river', 4);
    const opened = await openAge(sealed, 'tiger lamp river');
    expect(opened.kind === 'opened' && Buffer.from(opened.bytes).equals(words)).toBe(true);
    expect(await openAge(sealed, 'tiger lamp rivers')).toEqual({ kind: 'wrongPassphrase' });
    expect(Buffer.from(sealed).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
  });

  it('of the same words is never the same file', async () => {
    const [one, two] = [await sealAge(words, 'same', 4), await sealAge(words, 'same', 4)];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false);
  });

  it('that was cut or altered anywhere behind its first lines is damaged, whatever the passphrase', async () => {
    const sealed = await sealAge(words, 'tiger', 4);
    const headEnd = Buffer.from(sealed).indexOf('\n---') + 5;
    for (let at = headEnd; at < sealed.length; at += 4_001) {
      const altered = Uint8Array.from(sealed);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(await openAge(altered, 'tiger')).toEqual({ kind: 'damaged' });
      expect(await openAge(sealed.subarray(0, at), 'tiger')).toEqual({ kind: 'damaged' });
    }
  });

  it('for whose key there is no memory is not called damaged: opening it fails, and may go well later', async () => {
    const sealed = await sealAge(words, 'tiger', 4);
    // The key of another file is remembered now.
    await sealAge(words, 'lamp', 4);
    vi.mocked(scryptSync).mockImplementationOnce(() => {
      throw new Error('digital envelope routines::malloc failure');
    });
    await expect(openAge(sealed, 'tiger')).rejects.toThrow('malloc failure');
    expect(await openAge(sealed, 'tiger')).toMatchObject({ kind: 'opened' });
  });
});
