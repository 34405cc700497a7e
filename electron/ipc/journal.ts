import { isAbsolute, normalize } from 'node:path';
import { FailureError } from '../journal/files/failure-error';
import type { AppHandlers } from './answer';
import type { JournalSession } from './journal-session';
import { answered } from './refusal';

type JournalCalls = Pick<AppHandlers, Extract<keyof AppHandlers, `journal.${string}` | `recovery.${string}`>>;

export interface JournalCallOptions {
  session: JournalSession;
  /** Throws when a journal may not lie there. */
  checkFolder: (folder: string) => void;
}

/** Which journal is in use: start one, open one, look at the sample, move it. */
export function journalHandlers({ session, checkFolder }: JournalCallOptions): JournalCalls {
  const chosen = (input: { folder: string }): string => {
    const folder = wholePath(input.folder, 'folder');
    checkFolder(folder);
    return folder;
  };
  return {
    'journal.state': async () => answered(session.state),
    'journal.create': async (input) => session.create(chosen(input)),
    'journal.open': async (input) => session.open(chosen(input)),
    'journal.openSample': () => session.openSample(),
    'journal.leaveSample': () => session.leaveSample(),
    'journal.retry': () => session.retry(),
    'recovery.goOn': () => session.goOn(),
    'recovery.undo': () => session.undoRecovery(),
    'recovery.restore': ({ path }) => session.recoverFrom(wholePath(path, 'path')),
    'journal.move': async (input) => session.move(chosen(input)),
  };
}

/** A folder in its normal form. Half a path would mean another folder after each start. */
export function wholePath(path: string, field: string): string {
  if (!isAbsolute(path) || path.includes('\0')) {
    throw new FailureError({
      kind: 'invalidInput',
      fields: { [field]: 'Write the whole path of the folder, from the top of the disk.' },
    });
  }
  const normal = normalize(path);
  // A separator at the end names the same folder: two spellings of one folder must be one.
  return normal.length > 1 && /[\\/]$/.test(normal) && !/^[A-Za-z]:\\$/.test(normal)
    ? normal.slice(0, -1)
    : normal;
}
