import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { Answer } from '../../shared/contract/contract';
import { callNames, type CallName } from '../../shared/contract/names';
import { isOwnPage, type PageOrigin } from '../security/origin';
import { callChannel } from './channels';
import { refusal } from './refusal';

/** What answers the calls. */
export type AnswerCall = (name: CallName, input: unknown) => Promise<Answer<unknown>>;

export interface RegisterOptions {
  ipcMain: Pick<IpcMain, 'handle'>;
  page: PageOrigin;
  /** Whether the calling web contents belongs to one of our windows. */
  isOurWindow: (webContentsId: number) => boolean;
  /** Loads what answers the calls, at the first call at the latest. */
  answerCall: () => Promise<AnswerCall>;
  reportRefusedSender: (name: CallName) => void;
}

/** Opens one channel for each call of the contract. Only our own page in the main frame of our window is answered. */
export function registerCalls(options: RegisterOptions): void {
  for (const name of callNames) {
    options.ipcMain.handle(callChannel(name), async (event, input: unknown): Promise<Answer<unknown>> => {
      if (!isTrusted(event, options)) {
        options.reportRefusedSender(name);
        return refusal({ kind: 'unexpected', detail: 'This page may not use the journal.' });
      }
      const answerCall = await options.answerCall();
      return answerCall(name, input);
    });
  }
}

function isTrusted(event: IpcMainInvokeEvent, options: RegisterOptions): boolean {
  const frame = event.senderFrame;
  if (!frame || frame.parent !== null) return false;
  return options.isOurWindow(event.sender.id) && isOwnPage(frame.url, options.page);
}
