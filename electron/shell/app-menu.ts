import type { MenuItemConstructorOptions } from 'electron';
import type { JournalState } from '../../shared/contract/journal';
import { type MenuOptions, menuTemplate } from './menu';

export interface AppMenuOptions extends Omit<MenuOptions, 'journal'> {
  set: (template: MenuItemConstructorOptions[]) => void;
}

/** Keeps the menu right for the journal's state; made anew only when something in it changes. */
export function createAppMenu(options: AppMenuOptions): { update(state: JournalState): void } {
  let shownFor: MenuOptions['journal'] | null = null;
  return {
    update: (state) => {
      const journal = state.kind !== 'open' ? 'none' : state.sample ? 'sample' : 'own';
      if (journal === shownFor) return;
      shownFor = journal;
      options.set(menuTemplate({ ...options, journal }));
    },
  };
}
