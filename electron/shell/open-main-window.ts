import type { BrowserWindow, BrowserWindowConstructorOptions, Menu, NativeTheme, Screen } from 'electron';
import type { PageOrigin } from '../security/origin';
import { pageUrl } from '../security/origin';
import { windowBounds } from './bounds';
import { contextMenuTemplate } from './context-menu';
import type { Log } from './log';
import { reloadAfterCrash } from './page-crash';
import type { SettingsStore } from './settings';
import { backgroundColor } from './theme';
import { openWindow } from './window';

export interface MainWindowOptions {
  create: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  screen: Pick<Screen, 'getPrimaryDisplay' | 'getAllDisplays'>;
  nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors'>;
  menu: Pick<typeof Menu, 'buildFromTemplate'>;
  settings: SettingsStore;
  page: PageOrigin;
  preload: string;
  platform: NodeJS.Platform;
  log: Log;
}

/** The window where the user left it, with its context menu, coming back when its page dies. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const { window: place } = options.settings.get();
  const window = openWindow({
    create: options.create,
    bounds: windowBounds(place, workAreas(options.screen)),
    maximized: place?.maximized ?? false,
    backgroundColor: backgroundColor(options.nativeTheme),
    preload: options.preload,
    url: pageUrl(options.page),
    devTools: options.page.devServer !== null,
    platform: options.platform,
    keepPlace: (kept) => void options.settings.set({ window: kept }, 'soon'),
  });
  const contents = window.webContents;
  contents.on('context-menu', (_event, params) => {
    const template = contextMenuTemplate(params);
    if (template.length > 0) options.menu.buildFromTemplate(template).popup({ window });
  });
  contents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
    if (isMainFrame) options.log.error(`The page was not loaded (${code})`);
  });
  reloadAfterCrash(contents, {
    nowMs: Date.now,
    report: (reason) => options.log.error(`The page's process ended: ${reason}`),
  });
  return window;
}

/** The main screen first. */
function workAreas(screen: MainWindowOptions['screen']): Electron.Rectangle[] {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
}
