import type { BrowserWindow } from 'electron';
import type { Events } from '../../shared/contract/contract';
import type { EventName } from '../../shared/contract/names';
import { eventChannel } from '../ipc/channels';
import { focusWindow } from './window';

export interface MainWindow {
  get: () => BrowserWindow | null;
  /** Brings it to the front; opens it when there is none. */
  show: () => void;
  send: <E extends EventName>(name: E, payload: Events[E]) => void;
  owns: (webContentsId: number) => boolean;
}

/** The one window of the app, which may be closed and opened again (macOS). */
export function createMainWindow(open: () => BrowserWindow): MainWindow {
  let window: BrowserWindow | null = null;
  return {
    get: () => window,
    show: () => {
      if (window) {
        focusWindow(window);
        return;
      }
      const opened = open();
      window = opened;
      opened.once('closed', () => {
        if (window === opened) window = null;
      });
    },
    send: (name, payload) => {
      if (window && !window.isDestroyed()) window.webContents.send(eventChannel(name), payload);
    },
    owns: (id) => window !== null && !window.isDestroyed() && window.webContents.id === id,
  };
}
