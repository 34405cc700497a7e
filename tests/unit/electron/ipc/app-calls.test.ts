import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { dialogHandlers, type DialogCallOptions } from '../../../../electron/ipc/dialogs';
import { journalHandlers, wholePath } from '../../../../electron/ipc/journal';
import type { JournalSession } from '../../../../electron/ipc/journal-session';
import { answered, refusal } from '../../../../electron/ipc/refusal';
import { settingsHandlers } from '../../../../electron/ipc/settings';
import { createSettings } from '../../../../electron/shell/settings';
import { defaultSettings } from '../../../../electron/shell/settings-file';
import { tempFolder } from '../journal/temp-journal';

describe('wholePath', () => {
  it('takes a whole path in one spelling', () => {
    expect(wholePath('/home/ada/Rapport/', 'folder')).toBe('/home/ada/Rapport');
    expect(wholePath('/home/ada/./x/../Rapport', 'folder')).toBe('/home/ada/Rapport');
    expect(wholePath('/', 'folder')).toBe('/');
  });

  it.each(['Rapport', '~/Rapport', './x', '/a\0b'])('refuses %j, by the name of the field', (path) => {
    expect(() => wholePath(path, 'folder')).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ kind: 'invalidInput' }) }),
    );
  });
});

describe('calls that open a journal', () => {
  const calls = [
    ['journal.create', { folder: '/mine/Rapport' }],
    ['journal.open', { folder: '/mine/Rapport' }],
    ['journal.openSample', {}],
    ['journal.leaveSample', {}],
    ['journal.retry', {}],
    ['journal.move', { folder: '/mine/Rapport' }],
    ['recovery.goOn', {}],
    ['recovery.undo', {}],
    ['recovery.restore', { path: '/mine/a.rapport' }],
  ] as const;

  it.each(calls)('keep drafts still meanwhile: %s', async (name, input) => {
    const order: string[] = [];
    const opens = async () => {
      order.push('opens');
      return answered({});
    };
    const session = {
      ...{ create: opens, open: opens, openSample: opens, leaveSample: opens, retry: opens, move: opens },
      ...{ goOn: opens, undoRecovery: opens, recoverFrom: opens },
    };
    const handlers = journalHandlers({
      session: session as unknown as JournalSession,
      drafts: {
        whileReplaced: async (work) => {
          order.push('still');
          const done = await work();
          order.push('free');
          return done;
        },
      },
      checkFolder: async () => undefined,
      checkNewFolder: async () => undefined,
    });
    expect(await handlers[name](input as never)).toEqual({ ok: true, value: {} });
    expect(order).toEqual(['still', 'opens', 'free']);
  });
});

describe('settings calls', () => {
  function handlers(open = true, mine = '/mine') {
    const applyTheme = vi.fn<(theme: string) => void>();
    const backupsChanged = vi
      .fn<() => Promise<never>>()
      .mockResolvedValue((open ? answered({}) : refusal({ kind: 'notOpen' })) as never);
    const settings = createSettings(
      { settings: defaultSettings, problem: null, writable: true },
      async () => undefined,
      () => undefined,
    );
    const calls = settingsHandlers({
      settings,
      session: { folder: open ? `${mine}/Rapport` : null, backupFolder: `${mine}/Backups`, backupsChanged },
      beginSecondPlace: async () => undefined,
      applyTheme,
      defaultBackupFolder: `${mine}/Rapport Backups`,
      version: '1',
      platform: 'linux',
    });
    return { calls, settings, applyTheme, backupsChanged };
  }

  it('apply the theme at once and keep it', async () => {
    const { calls, applyTheme } = handlers();
    await calls['settings.set']({ theme: 'dark' });
    expect(applyTheme.mock.calls).toEqual([['dark']]);
    expect(await calls['settings.get']({})).toMatchObject({ value: { theme: 'dark' } });
  });

  it('keep the two places for backups apart, whichever is chosen last', async () => {
    const { calls, settings } = handlers();
    await calls['settings.set']({ secondBackupFolder: '/disk/Copies' });
    for (const backupFolder of ['/disk/Copies', '/disk/Copies/first', '/disk']) {
      await expect(calls['settings.set']({ backupFolder })).rejects.toMatchObject({
        failure: { kind: 'invalidInput', fields: { backupFolder: expect.stringContaining('must be apart') } },
      });
    }
    await expect(calls['settings.set']({ secondBackupFolder: '/mine/Backups' })).rejects.toMatchObject({
      failure: { fields: { secondBackupFolder: expect.stringContaining('another disk') } },
    });
    expect(settings.get()).toMatchObject({ backupFolder: null, secondBackupFolder: '/disk/Copies' });
  });

  it('do not let backups go into the journal they are to outlive', async () => {
    const { calls, settings } = handlers();
    for (const backupFolder of ['/mine/Rapport', '/mine/Rapport/backups', '/mine/x/../Rapport/b']) {
      await expect(calls['settings.set']({ backupFolder })).rejects.toMatchObject({
        failure: { kind: 'invalidInput', fields: { backupFolder: expect.any(String) } },
      });
    }
    expect(settings.get().backupFolder).toBeNull();
  });

  it('do not let backups go into a folder that the journal lies in, nor copies of them', async () => {
    const { calls, settings } = handlers();
    for (const folder of ['/mine', '/']) {
      for (const field of ['backupFolder', 'secondBackupFolder'] as const) {
        await expect(calls['settings.set']({ [field]: folder })).rejects.toMatchObject({
          failure: { fields: { [field]: expect.stringContaining('/mine/Rapport') } },
        });
      }
    }
    expect(settings.get()).toMatchObject({ backupFolder: null, secondBackupFolder: null });
  });

  it('hold backups against the user’s own journal while the sample is looked at', async () => {
    const { calls, settings } = handlers();
    await settings.set({ journalFolder: '/own/Journal' }, 'now');
    for (const backupFolder of ['/own', '/own/Journal/backups']) {
      await expect(calls['settings.set']({ backupFolder })).rejects.toMatchObject({
        failure: { fields: { backupFolder: expect.any(String) } },
      });
    }
  });

  it('follow links to where a folder lies', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'Rapport'));
    symlinkSync(folder, join(folder, 'around'));
    symlinkSync(join(folder, 'Rapport'), join(folder, 'in'));
    symlinkSync(join(folder, 'Backups'), join(folder, 'Copies'));
    mkdirSync(join(folder, 'Backups'));
    const { calls } = handlers(true, folder);
    for (const backupFolder of [join(folder, 'around'), join(folder, 'in', 'not yet', 'there')]) {
      await expect(calls['settings.set']({ backupFolder })).rejects.toMatchObject({
        failure: { fields: { backupFolder: expect.any(String) } },
      });
    }
    await expect(calls['settings.set']({ secondBackupFolder: join(folder, 'Copies') })).rejects.toMatchObject(
      {
        failure: { fields: { secondBackupFolder: expect.stringContaining('must be apart') } },
      },
    );
  });

  it('tell the journal of another folder for backups, beside it or back to the usual one', async () => {
    const { calls, settings, backupsChanged } = handlers();
    await calls['settings.set']({ backupFolder: '/mine/Rapport Backups/' });
    expect(settings.get().backupFolder).toBe('/mine/Rapport Backups');
    await calls['settings.set']({ backupFolder: null });
    expect(settings.get().backupFolder).toBeNull();
    expect(backupsChanged).toHaveBeenCalledTimes(2);
  });

  it('can be made before there is a journal', async () => {
    const { calls } = handlers(false);
    expect(await calls['settings.set']({ backupFolder: '/elsewhere' })).toEqual({ ok: true, value: {} });
  });
});

describe('dialog calls', () => {
  function handlers(overrides: Partial<DialogCallOptions> = {}) {
    const ensureFolder = vi.fn<(path: string) => Promise<void>>().mockResolvedValue();
    const calls = dialogHandlers({
      showOpenDialog: async () => ({ canceled: false, filePaths: ['/chosen'] }),
      openPath: async () => '',
      openExternal: async () => 'opened',
      window: () => null,
      session: { folder: '/mine', backupFolder: '/backups' },
      documents: '/docs',
      ensureFolder,
      ...overrides,
    });
    return { calls, ensureFolder };
  }

  it('answer what was chosen, or null when the user thought better of it', async () => {
    expect(await handlers().calls['app.chooseFolder']({ for: 'newJournal' })).toEqual({
      ok: true,
      value: { path: '/chosen' },
    });
    const { calls } = handlers({ showOpenDialog: async () => ({ canceled: true, filePaths: [] }) });
    expect(await calls['backup.choose']({})).toEqual({ ok: true, value: { path: null } });
  });

  it('show a folder of backups that is not there yet', async () => {
    const { calls, ensureFolder } = handlers();
    await calls['app.showFolder']({ what: 'backups' });
    expect(ensureFolder.mock.calls).toEqual([['/backups']]);
  });

  it('say when a folder cannot be shown, or there is none', async () => {
    const gone = handlers({ openPath: async () => 'no such file' });
    await expect(gone.calls['app.showFolder']({ what: 'journal' })).rejects.toMatchObject({
      failure: { kind: 'folderMissing', path: '/mine' },
    });
    const none = handlers({ session: { folder: null, backupFolder: '/backups' } });
    await expect(none.calls['app.showFolder']({ what: 'journal' })).rejects.toMatchObject({
      failure: { kind: 'notOpen' },
    });
  });

  it('tell a refused address from one the user did not want opened', async () => {
    const declined = handlers({ openExternal: async () => 'declined' });
    expect(await declined.calls['app.openExternal']({ url: 'https://example.com' })).toEqual({
      ok: true,
      value: { opened: false },
    });
    const refused = handlers({ openExternal: async () => 'refused' });
    await expect(refused.calls['app.openExternal']({ url: 'javascript:x' })).rejects.toMatchObject({
      failure: { kind: 'invalidInput', fields: { url: expect.any(String) } },
    });
  });
});
