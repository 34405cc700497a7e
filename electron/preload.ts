import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { callNames, eventNames } from '../shared/contract/names';
import { callChannel, eventChannel } from './ipc/channels';

// `window.rapport`: a method for each call of the contract and a way to listen to each event. The renderer gets no
// way to name a channel itself.
type Call = (input: unknown) => Promise<unknown>;
type Subscribe = (listener: (payload: unknown) => void) => () => void;

const areas: Record<string, Record<string, Call>> = {};
for (const name of callNames) {
  const [area = '', method = ''] = name.split('.');
  const methods = (areas[area] ??= {});
  methods[method] = (input) => ipcRenderer.invoke(callChannel(name), input);
}

const on: Record<string, Subscribe> = {};
for (const name of eventNames) {
  const channel = eventChannel(name);
  on[name] = (listener) => {
    // Electron's event object stays here: it leads to the raw IPC.
    const forward = (_event: IpcRendererEvent, payload: unknown): void => listener(payload);
    ipcRenderer.on(channel, forward);
    return () => {
      ipcRenderer.removeListener(channel, forward);
    };
  };
}

contextBridge.exposeInMainWorld('rapport', { ...areas, on });
