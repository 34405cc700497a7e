import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { diskFs } from '../../../../electron/journal/files/fs';
import { createSettings, settingsWriter } from '../../../../electron/shell/settings';
import { defaultSettings, readSettings } from '../../../../electron/shell/settings-file';

const NOW = new Date('2026-11-22T09:15:00Z');
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-settings-'));
  path = join(folder, 'settings.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('readSettings', () => {
  it('starts with the defaults when there is no file, and makes none', () => {
    expect(readSettings(path, NOW)).toEqual({ settings: defaultSettings, problem: null, writable: true });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('reads what was written and fills in the rest', () => {
    writeFileSync(path, JSON.stringify({ theme: 'dark', journalFolder: '/j', future: 1 }));
    const { settings, problem } = readSettings(path, NOW);
    expect(settings).toEqual({ ...defaultSettings, theme: 'dark', journalFolder: '/j' });
    expect(problem).toBeNull();
  });

  it.each([
    ['empty', ''],
    ['full of zero bytes', '\0'.repeat(300)],
    ['a list', '[1,2]'],
    ['not JSON', 'theme = dark'],
  ])('sets a file that is %s aside, unchanged, and starts afresh', (_kind, text) => {
    writeFileSync(path, text);
    const { settings, problem, writable } = readSettings(path, NOW);
    expect(settings).toEqual(defaultSettings);
    expect(problem).toContain('settings.json.damaged-2026-11-22T091500');
    expect(writable).toBe(true);
    expect(readdirSync(folder)).toEqual(['settings.json.damaged-2026-11-22T091500']);
    expect(readFileSync(join(folder, 'settings.json.damaged-2026-11-22T091500'), 'utf8')).toBe(text);
  });

  it('does not forget the journal when the file was cut short', () => {
    writeFileSync(path, '{"theme":"dark","journalFolder":"C:\\\\Users\\\\Ada \\"A\\"","place":{"rou');
    expect(readSettings(path, NOW).settings.journalFolder).toBe('C:\\Users\\Ada "A"');
  });

  it('never sets one damaged file aside over another', () => {
    for (const text of ['first', 'second']) {
      writeFileSync(path, text);
      readSettings(path, NOW);
    }
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('replaces only the fields that are wrong, and keeps a copy', () => {
    writeFileSync(path, JSON.stringify({ theme: 'purple', journalFolder: '/j', window: { x: 'left' } }));
    const { settings, problem } = readSettings(path, NOW);
    expect(settings).toEqual({ ...defaultSettings, journalFolder: '/j' });
    expect(problem).toContain('theme, window');
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('survives a folder in the place of the file', () => {
    mkdirSync(path);
    expect(readSettings(path, NOW).settings).toEqual(defaultSettings);
  });
});

describe('settingsWriter', () => {
  it('makes the file and its folder, and leaves what it does not know', async () => {
    const inNew = join(folder, 'new', 'settings.json');
    await settingsWriter(diskFs, inNew)({ theme: 'dark' });
    expect(JSON.parse(readFileSync(inNew, 'utf8'))).toEqual({ theme: 'dark' });

    writeFileSync(path, JSON.stringify({ theme: 'light', fromNewerVersion: [1] }));
    await settingsWriter(diskFs, path)({ journalFolder: '/j' });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      theme: 'light',
      fromNewerVersion: [1],
      journalFolder: '/j',
    });
  });

  it('loses no change of several at once, and leaves nothing beside the file', async () => {
    const write = settingsWriter(diskFs, path);
    await Promise.all([write({ theme: 'dark' }), write({ journalFolder: '/j' }), write({ theme: 'light' })]);
    expect(readSettings(path, NOW).settings).toMatchObject({ theme: 'light', journalFolder: '/j' });
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('writes again after a write that failed', async () => {
    const write = settingsWriter(diskFs, path);
    mkdirSync(path);
    await expect(write({ theme: 'dark' })).rejects.toMatchObject({ code: 'EISDIR' });
    rmSync(path, { recursive: true });
    await write({ theme: 'dark' });
    expect(readSettings(path, NOW).settings.theme).toBe('dark');
  });
});

describe('createSettings', () => {
  const read = { settings: defaultSettings, problem: null, writable: true };

  it('holds a change at once and writes only what changed', async () => {
    const set = vi.fn<(values: object) => Promise<void>>();
    const settings = createSettings(read, set, vi.fn<() => void>());
    await settings.set({ theme: 'dark' }, 'now');
    expect(settings.get().theme).toBe('dark');
    expect(set.mock.calls).toEqual([[{ theme: 'dark' }]]);
  });

  it('gathers what may wait, and writes it before the end', async () => {
    const set = vi.fn<(values: object) => Promise<void>>();
    const settings = createSettings(read, set, vi.fn<() => void>());
    await settings.set({ place: { route: '/a', views: {} } }, 'soon');
    await settings.set({ place: { route: '/b', views: {} } }, 'soon');
    expect(set).not.toHaveBeenCalled();
    await settings.flush();
    expect(set.mock.calls).toEqual([[{ place: { route: '/b', views: {} } }]]);
  });

  it('writes what was rescued from a damaged file', async () => {
    const set = vi.fn<(values: object) => Promise<void>>();
    const rescued = { ...defaultSettings, journalFolder: '/mine' };
    const damaged = { settings: rescued, problem: 'The settings were damaged.', writable: true };
    const settings = createSettings(damaged, set, vi.fn<() => void>());
    await settings.flush();
    expect(set.mock.calls).toEqual([[rescued]]);
  });

  it('reports a write that failed and goes on', async () => {
    const report = vi.fn<(error: unknown) => void>();
    const fail = async () => Promise.reject(new Error('disk full'));
    const settings = createSettings(read, fail, report);
    await settings.set({ theme: 'light' }, 'now');
    expect(report).toHaveBeenCalledTimes(1);
    expect(settings.get().theme).toBe('light');
  });

  it('never writes over a file that could not be set aside', async () => {
    const set = vi.fn<(values: object) => Promise<void>>();
    const settings = createSettings({ ...read, writable: false }, set, vi.fn<() => void>());
    await settings.set({ theme: 'dark' }, 'now');
    expect(set).not.toHaveBeenCalled();
  });
});
