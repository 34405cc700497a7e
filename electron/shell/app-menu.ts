import type { Menu, MenuItemConstructorOptions } from 'electron';
import { commands } from '../../shared/commands';
import type { JournalState } from '../../shared/contract/journal';
import { itemState, type MenuOptions, menuTemplate } from './menu';

export interface AppMenuOptions extends Omit<MenuOptions, 'journal'> {
  /** Makes the menu and puts it in its place. */
  set: (template: MenuItemConstructorOptions[]) => Pick<Menu, 'getMenuItemById'>;
}

/**
 * Keeps the menu right for the journal's state. Made once: making it takes longer than a frame, and a new one would
 * close the one that the user has open.
 */
export function createAppMenu(options: AppMenuOptions): { update(state: JournalState): void } {
  let menu: Pick<Menu, 'getMenuItemById'> | null = null;
  let shownFor: MenuOptions['journal'] | null = null;

  function show(journal: MenuOptions['journal']): void {
    if (!menu) {
      menu = options.set(menuTemplate({ ...options, journal }));
      return;
    }
    for (const { id } of commands) {
      const item = menu.getMenuItemById(id);
      if (item) Object.assign(item, itemState(id, journal));
    }
  }

  return {
    update: (state) => {
      const journal = state.kind !== 'open' ? 'none' : state.sample ? 'sample' : 'own';
      if (journal === shownFor) return;
      shownFor = journal;
      show(journal);
    },
  };
}
