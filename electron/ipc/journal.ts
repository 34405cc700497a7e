import { isAbsolute, normalize } from 'node:path';
import { FailureError } from '../journal/files/failure-error';
import type { DraftStore } from '../shell/drafts';
import type { AppHandlers } from './answer';
import type { JournalSession } from './journal-session';
import { answered } from './refusal';

type JournalCalls = Pick<AppHandlers, Extract<keyof AppHandlers, `journal.${string}` | `recovery.${string}`>>;

export interface JournalCallOptions {
  session: JournalSession;
  drafts: Pick<DraftStore, 'whileReplaced'>;
  /** Throws when a journal may not lie there. */
  checkFolder: (folder: string) => Promise<void>;
  /** Throws when it may not be put there anew. */
  checkNewFolder: (folder: string) => Promise<void>;
}

/**
 * Which journal is in use: start one, open one, look at the sample, move it. Drafts are kept still while one is opened: it
 * may still have to take somebody out of them whom the user had forgotten.
 */
export function journalHandlers({
  session,
  drafts,
  checkFolder,
  checkNewFolder,
}: JournalCallOptions): JournalCalls {
  const still = <T>(open: () => Promise<T>): Promise<T> => drafts.whileReplaced(open);
  const chosen = async (input: { folder: string }): Promise<string> => {
    const folder = wholePath(input.folder, 'folder');
    await checkFolder(folder);
    return folder;
  };
  // One that lies somewhere already is opened whatever is around it: to refuse that would keep it from its owner.
  const chosenAnew = async (input: { folder: string }): Promise<string> => {
    const folder = await chosen(input);
    await checkNewFolder(folder);
    return folder;
  };
  return {
    'journal.state': async () => answered(session.state),
    'journal.create': async (input) => {
      const folder = await chosenAnew(input);
      return still(() => session.create(folder));
    },
    'journal.open': async (input) => {
      const folder = await chosen(input);
      return still(() => session.open(folder));
    },
    'journal.openSample': () => still(() => session.openSample()),
    'journal.leaveSample': () => still(() => session.leaveSample()),
    'journal.retry': () => still(() => session.retry()),
    'recovery.goOn': () => still(() => session.goOn()),
    'recovery.undo': () => still(() => session.undoRecovery()),
    'recovery.restore': async ({ path }) => {
      const backup = wholePath(path, 'path');
      return still(() => session.recoverFrom(backup));
    },
    'journal.move': async (input) => {
      if (wholePath(input.folder, 'folder') === session.folder) throw alreadyThere();
      const folder = await chosenAnew(input);
      return still(() => session.move(folder));
    },
  };
}

/** An empty folder is asked for, and this one holds the journal: to call its files others would mislead. */
function alreadyThere(): FailureError {
  const problem = 'Your journal is in this folder already.';
  return new FailureError({ kind: 'invalidInput', fields: { folder: problem } });
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
