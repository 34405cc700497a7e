import type { MenuItem, MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { type AppMenuOptions, createAppMenu } from '../../../../electron/shell/app-menu';
import { contextMenuTemplate } from '../../../../electron/shell/context-menu';
import { confirmButtons } from '../../../../electron/shell/external';
import { menuTemplate, type MenuOptions } from '../../../../electron/shell/menu';
import { commands } from '../../../../shared/commands';
import type { JournalState } from '../../../../shared/contract/journal';

function itemsOf(template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);
}

const options: MenuOptions = { platform: 'linux', devTools: false, journal: 'own', run: () => undefined };

describe('menuTemplate', () => {
  it.each(['linux', 'win32', 'darwin'] as const)('has every command once, on %s', (platform) => {
    const ids = itemsOf(menuTemplate({ ...options, platform })).flatMap(({ id }) =>
      id === undefined ? [] : [id],
    );
    expect(ids.sort()).toEqual(commands.map(({ id }) => id).sort());
  });

  it('runs the command that is chosen', () => {
    const run = vi.fn<(id: string) => void>();
    const undo = itemsOf(menuTemplate({ ...options, run })).find(({ id }) => id === 'undo');
    undo?.click?.({} as never, undefined, {});
    expect(run.mock.calls).toEqual([['undo']]);
    expect(undo).toMatchObject({ accelerator: 'CommandOrControl+Z', registerAccelerator: false });
  });

  it('offers to leave the sample only in the sample, and little without a journal', () => {
    const item = (journal: MenuOptions['journal'], id: string) =>
      itemsOf(menuTemplate({ ...options, journal })).find((found) => found.id === id);
    expect(item('own', 'leaveSample')?.visible).toBe(false);
    expect(item('sample', 'leaveSample')?.visible).toBe(true);
    expect(item('none', 'debrief')?.enabled).toBe(false);
    expect(item('none', 'themeDark')?.enabled).toBe(true);
    expect(item('own', 'debrief')?.enabled).toBe(true);
  });

  it('has the system do what the system does', () => {
    const roles = itemsOf(menuTemplate(options)).flatMap(({ role }) => (role === undefined ? [] : [role]));
    expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'quit', 'zoomIn']));
    expect(roles).not.toContain('toggleDevTools');
  });
});

function openState(sample: boolean): JournalState {
  return {
    kind: 'open',
    folder: '/mine',
    journalId: 'journal 1',
    sample,
    counts: { people: 0, interactions: 0, promises: 0, gatherings: 0, circles: 0 },
    save: { kind: 'saved', at: null },
    undo: null,
    redo: null,
    notices: [],
    lastBackup: null,
    backupNews: 0,
  };
}

describe('createAppMenu', () => {
  it('is made once and follows the journal', () => {
    const items = new Map<string, { enabled?: boolean; visible?: boolean }>();
    const set = vi.fn<AppMenuOptions['set']>((template) => {
      for (const { id, enabled, visible } of itemsOf(template))
        if (id !== undefined) items.set(id, { enabled: enabled ?? true, visible: visible ?? true });
      return { getMenuItemById: (id: string) => (items.get(id) ?? null) as MenuItem | null };
    });
    const menu = createAppMenu({ platform: 'linux', devTools: false, run: () => undefined, set });
    menu.update({ kind: 'firstRun', defaultFolder: '/mine' });
    expect(items.get('debrief')).toEqual({ enabled: false, visible: true });
    menu.update(openState(true));
    expect(items.get('debrief')).toEqual({ enabled: true, visible: true });
    expect(items.get('leaveSample')).toEqual({ enabled: true, visible: true });
    menu.update(openState(false));
    expect(items.get('leaveSample')).toEqual({ enabled: true, visible: false });
    expect(set).toHaveBeenCalledTimes(1);
  });
});

describe('contextMenuTemplate', () => {
  const editFlags = {
    canUndo: true,
    canRedo: false,
    canCut: true,
    canCopy: true,
    canPaste: true,
    canSelectAll: true,
  };
  const params = (isEditable: boolean, selectionText: string) =>
    ({ isEditable, selectionText, editFlags }) as Parameters<typeof contextMenuTemplate>[0];

  it('edits where there is something to edit, copies where something is selected, else stays away', () => {
    const roles = (template: MenuItemConstructorOptions[]) => template.map(({ role }) => role);
    expect(roles(contextMenuTemplate(params(true, '')))).toContain('paste');
    expect(roles(contextMenuTemplate(params(false, 'words')))).toEqual(['copy', 'selectAll']);
    expect(contextMenuTemplate(params(false, '  '))).toEqual([]);
  });
});

describe('confirmButtons', () => {
  it('puts the affirmative where each system has it', () => {
    expect(confirmButtons('linux', 'Open', 'Cancel').buttons).toEqual(['Cancel', 'Open']);
    expect(confirmButtons('win32', 'Open', 'Cancel').buttons).toEqual(['Open', 'Cancel']);
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      const { buttons, defaultId, cancelId } = confirmButtons(platform, 'Open', 'Cancel');
      expect([buttons[defaultId], buttons[cancelId]]).toEqual(['Open', 'Cancel']);
    }
  });
});
