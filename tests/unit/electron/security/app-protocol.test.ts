import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo, fileOf } from '../../../../electron/security/app-protocol';

let folder: string;
let outside: string;

beforeAll(() => {
  outside = mkdtempSync(join(tmpdir(), 'rapport-protocol-'));
  folder = join(outside, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'main-1.js'), 'export {};');
  writeFileSync(join(outside, 'secret.json'), '{}');
});
afterAll(() => rmSync(outside, { recursive: true, force: true }));

describe('fileOf', () => {
  it('maps the root and files of the folder', () => {
    expect(fileOf('app://rapport/', folder)).toBe(join(folder, 'index.html'));
    expect(fileOf('app://rapport/index.html?x=1#/people', folder)).toBe(join(folder, 'index.html'));
    expect(fileOf('app://rapport/assets/main-1.js', folder)).toBe(join(folder, 'assets', 'main-1.js'));
  });

  it.each([
    'app://rapport/%2e%2e%2fsecret.json',
    'app://rapport/..%2fsecret.json',
    'app://rapport/assets/..%2f..%2fsecret.json',
    'app://rapport/..%5csecret.json',
    'app://rapport/C:%5csecret.json',
    'app://rapport/index.html%00.json',
    'app://rapport/%',
    'app://rapport/%2fetc%2fpasswd',
    'app://elsewhere/index.html',
    'file:///index.html',
    'not a url',
  ])('serves nothing for %s', (url) => {
    expect(fileOf(url, folder)).toBeNull();
  });

  it('stays in the folder however dots are written', () => {
    const path = fileOf('app://rapport/../secret.json', folder);
    expect(path === null || path.startsWith(folder)).toBe(true);
  });

  it('does not take a folder whose name only begins alike', () => {
    expect(fileOf('app://rapport/..%2frenderer-old/index.html', folder)).toBeNull();
  });
});

describe('answerTo', () => {
  const get = (url: string, method = 'GET') => answerTo({ url, method }, folder);

  it('sends a file with its type and the security headers', () => {
    expect(get('app://rapport/assets/main-1.js')).toEqual({
      path: join(folder, 'assets', 'main-1.js'),
      headers: expect.objectContaining({
        'content-type': 'text/javascript; charset=utf-8',
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining("default-src 'none'"),
      }),
    });
  });

  it('finds nothing outside, and nothing of a kind that is not ours', () => {
    for (const path of ['assets', '..%2fsecret.json', 'program.exe'])
      expect(get(`app://rapport/${path}`)).toEqual({ error: -6 });
  });

  it('only reads', () => {
    expect(get('app://rapport/index.html', 'POST')).toEqual({ error: -322 });
  });
});
