import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { MIN_HEIGHT, MIN_WIDTH, type WindowBounds } from './bounds';
import type { WindowPlace } from './settings-file';

export interface WindowOptions {
  create: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  bounds: WindowBounds;
  maximized: boolean;
  backgroundColor: string;
  preload: string;
  url: string;
  devTools: boolean;
  platform: NodeJS.Platform;
  keepPlace: (place: WindowPlace) => void;
}

/** The window: sandboxed, shown when its page has painted, its place kept as the user changes it. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const window = options.create({
    ...options.bounds,
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    title: 'Rapport',
    backgroundColor: options.backgroundColor,
    show: false,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      // Elsewhere than on macOS the spell checker fetches its dictionaries from the network.
      spellcheck: options.platform === 'darwin',
      devTools: options.devTools,
    },
  });
  window.once('ready-to-show', () => {
    if (options.maximized) window.maximize();
    window.show();
  });
  watchPlace(window, options.keepPlace);
  // A page that cannot be loaded shows up as an empty window and in the log (`did-fail-load`): there is nothing to await.
  void window.loadURL(options.url).catch(() => window.show());
  return window;
}

function watchPlace(window: BrowserWindow, keepPlace: (place: WindowPlace) => void): void {
  const keep = (): void => {
    // The bounds before it was maximised are what to come back to.
    if (!window.isMinimized() && !window.isFullScreen()) {
      keepPlace({ ...window.getNormalBounds(), maximized: window.isMaximized() });
    }
  };
  window.on('resize', keep);
  window.on('move', keep);
  window.on('maximize', keep);
  window.on('unmaximize', keep);
  window.on('close', keep);
}

/** Brings a window to the front, from wherever it is. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
