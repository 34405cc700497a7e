import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appDataFolder, documentsOf, placesFor } from '../../../cli/places';
import { testWorld } from './world';

const NOTHING_SAID = { journal: null, to: null };

describe("the app's own folder", () => {
  it.each([
    ['linux', {}, join('/home/anna', '.config', 'Rapport')],
    ['linux', { XDG_CONFIG_HOME: '/config' }, join('/config', 'Rapport')],
    ['linux', { XDG_CONFIG_HOME: '' }, join('/home/anna', '.config', 'Rapport')],
    ['darwin', {}, join('/home/anna', 'Library', 'Application Support', 'Rapport')],
    ['win32', { APPDATA: '/roaming' }, join('/roaming', 'Rapport')],
    ['win32', {}, join('/home/anna', 'AppData', 'Roaming', 'Rapport')],
  ] as const)('on %s with %j', (platform, env, folder) => {
    expect(appDataFolder({ platform, env, home: '/home/anna' })).toBe(folder);
  });
});

describe("the user's documents", () => {
  it.each([
    ['XDG_DOCUMENTS_DIR="$HOME/Dokumente"', 'Dokumente'],
    ['# XDG_DOCUMENTS_DIR="$HOME/old"\n  XDG_DOCUMENTS_DIR = "$HOME/New \\"ones\\""', 'New "ones"'],
    ['XDG_DOCUMENTS_DIR="relative"', ''],
    ['XDG_DESKTOP_DIR="$HOME/Desk"', ''],
  ])('are where a Linux desktop has them: %j', async (text, folder) => {
    const { world, home } = testWorld();
    mkdirSync(join(home, '.config'));
    writeFileSync(join(home, '.config', 'user-dirs.dirs'), text);
    expect(await documentsOf(world)).toBe(join(home, folder));
  });

  it('may be anywhere on Linux', async () => {
    const { world, home } = testWorld();
    mkdirSync(join(home, '.config'));
    writeFileSync(join(home, '.config', 'user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="/srv/papers"\n');
    expect(await documentsOf(world)).toBe('/srv/papers');
  });

  it('are asked of Windows, and where they usually are when it does not answer', async () => {
    const { world, home } = testWorld({ platform: 'win32' });
    expect(await documentsOf(world)).toBe(join(home, 'Documents'));
    expect(await documentsOf({ ...world, windowsDocuments: async () => 'D:\\Papers' })).toBe('D:\\Papers');
  });
});

describe('what a command works on', () => {
  function settings(home: string, text: string): void {
    mkdirSync(join(home, '.config', 'Rapport'), { recursive: true });
    writeFileSync(join(home, '.config', 'Rapport', 'settings.json'), text);
  }

  it('is in the documents when nothing was chosen, as the app has it', async () => {
    const { world, home } = testWorld();
    expect(await placesFor(NOTHING_SAID, world)).toEqual({
      journal: join(home, 'Documents', 'Rapport'),
      backups: join(home, 'Documents', 'Rapport Backups'),
      encryptBackups: false,
      passphraseProof: null,
    });
  });

  it('is what the app uses, and not the sample that is being looked at', async () => {
    const { world, home } = testWorld();
    settings(
      home,
      JSON.stringify({ journalFolder: '/j', backupFolder: '/b', encryptBackups: true, sample: true }),
    );
    expect(await placesFor(NOTHING_SAID, world)).toEqual({
      journal: '/j',
      backups: '/b',
      encryptBackups: true,
      passphraseProof: null,
    });
  });

  it('is what was said, from where one stands', async () => {
    const { world, home } = testWorld();
    settings(home, JSON.stringify({ journalFolder: '/j', backupFolder: '/b' }));
    const { journal, backups } = await placesFor({ journal: 'J', to: join('x', '..', 'B') }, world);
    expect([journal, backups]).toEqual([join(home, 'J'), join(home, 'B')]);
  });
});
