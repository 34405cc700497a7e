import type { BrowserWindow, MessageBoxOptions, MessageBoxReturnValue } from 'electron';
import { externalUrl } from '../security/external-link';

export interface ExternalOptions {
  platform: NodeJS.Platform;
  showMessageBox: (
    window: BrowserWindow | null,
    options: MessageBoxOptions,
  ) => Promise<MessageBoxReturnValue>;
  openExternal: (url: string) => Promise<void>;
  window: () => BrowserWindow | null;
}

/** Opens an address outside the app, after asking. Refuses everything but plain https and mailto. */
export async function openExternal(
  url: string,
  options: ExternalOptions,
): Promise<'opened' | 'declined' | 'refused'> {
  const address = externalUrl(url);
  if (address === null) return 'refused';
  const { buttons, defaultId, cancelId } = confirmButtons(options.platform, 'Open', 'Cancel');
  const answer = await options.showMessageBox(options.window(), {
    type: 'question',
    message: address.startsWith('mailto:') ? 'Write a mail?' : 'Open this in your browser?',
    detail: address,
    buttons,
    defaultId,
    cancelId,
    noLink: true,
  });
  if (answer.response === cancelId) return 'declined';
  await options.openExternal(address);
  return 'opened';
}

/** GTK puts the affirmative button last; Windows, and macOS by itself, first. */
export function confirmButtons(
  platform: NodeJS.Platform,
  yes: string,
  no: string,
): { buttons: string[]; defaultId: number; cancelId: number } {
  return platform === 'linux'
    ? { buttons: [no, yes], defaultId: 1, cancelId: 0 }
    : { buttons: [yes, no], defaultId: 0, cancelId: 1 };
}
