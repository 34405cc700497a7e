import type { NativeTheme } from 'electron';
import type { Theme } from '../../shared/contract/app';

const PAPER = '#fbfaf7';
const PAPER_DARK = '#141414';

/** The window's colour before the page has painted: the page's own, so that nothing flashes. */
export function backgroundColor(nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors'>): string {
  return nativeTheme.shouldUseDarkColors ? PAPER_DARK : PAPER;
}

/** Menus, dialogs and the page's `prefers-color-scheme` follow the user's choice. */
export function applyTheme(
  theme: Theme,
  nativeTheme: Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors'>,
  windows: readonly { setBackgroundColor(color: string): void }[],
): void {
  nativeTheme.themeSource = theme;
  for (const window of windows) window.setBackgroundColor(backgroundColor(nativeTheme));
}
