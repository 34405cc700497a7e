import type { BrowserWindow, OpenDialogOptions, OpenDialogReturnValue } from 'electron';
import { FailureError } from '../journal/files/failure-error';
import type { AppHandlers } from './answer';
import type { JournalSession } from './journal-session';
import { answered } from './refusal';

type DialogCalls = Pick<
  AppHandlers,
  'app.chooseFolder' | 'app.showFolder' | 'app.openExternal' | 'backup.choose'
>;
type FolderPurpose = Parameters<AppHandlers['app.chooseFolder']>[0]['for'];

export interface DialogCallOptions {
  showOpenDialog: (
    window: BrowserWindow | null,
    options: OpenDialogOptions,
  ) => Promise<OpenDialogReturnValue>;
  /** Opens a folder in the system's file manager; answers what went wrong, or nothing. */
  openPath: (path: string) => Promise<string>;
  openExternal: (url: string) => Promise<'opened' | 'declined' | 'refused'>;
  window: () => BrowserWindow | null;
  session: Pick<JournalSession, 'folder' | 'backupFolder'>;
  documents: string;
  /** Backups are made when first needed: until then their folder may not be there. */
  ensureFolder: (path: string) => Promise<void>;
}

/** What the system's own dialogs and programs do for us. */
export function dialogHandlers(options: DialogCallOptions): DialogCalls {
  const ask = async (dialog: OpenDialogOptions): Promise<string | null> => {
    const answer = await options.showOpenDialog(options.window(), dialog);
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  };
  return {
    'app.chooseFolder': async ({ for: purpose }) => {
      return answered({ path: await ask(folderDialog(purpose, options)) });
    },
    'backup.choose': async () => answered({ path: await ask(backupDialog(options.session.backupFolder)) }),
    'app.showFolder': async ({ what }) => {
      await showFolder(what, options);
      return answered({});
    },
    'app.openExternal': async ({ url }) => {
      const outcome = await options.openExternal(url);
      if (outcome === 'refused') {
        throw new FailureError({
          kind: 'invalidInput',
          fields: { url: 'Only web addresses that start with https, and mail addresses, can be opened.' },
        });
      }
      return answered({ opened: outcome === 'opened' });
    },
  };
}

const FOLDER_DIALOGS: Readonly<
  Record<FolderPurpose, { title: string; buttonLabel: string; create: boolean }>
> = {
  newJournal: { title: 'Where the new journal goes', buttonLabel: 'Use this folder', create: true },
  openJournal: { title: 'Open a journal', buttonLabel: 'Open', create: false },
  moveJournal: { title: 'Where the journal moves to', buttonLabel: 'Move here', create: true },
  backups: { title: 'Where backups go', buttonLabel: 'Use this folder', create: true },
  secondBackups: { title: 'Where copies of backups go', buttonLabel: 'Use this folder', create: true },
};

function folderDialog(purpose: FolderPurpose, options: DialogCallOptions): OpenDialogOptions {
  const { title, buttonLabel, create } = FOLDER_DIALOGS[purpose];
  return {
    title,
    buttonLabel,
    defaultPath: purpose === 'backups' ? options.session.backupFolder : options.documents,
    properties: create ? ['openDirectory', 'createDirectory'] : ['openDirectory'],
  };
}

function backupDialog(folder: string): OpenDialogOptions {
  return {
    title: 'Choose a backup',
    buttonLabel: 'Choose',
    defaultPath: folder,
    properties: ['openFile'],
    filters: [
      { name: 'Rapport backups', extensions: ['rapport', 'age'] },
      { name: 'All files', extensions: ['*'] },
    ],
  };
}

async function showFolder(what: 'journal' | 'backups', options: DialogCallOptions): Promise<void> {
  const path = what === 'journal' ? options.session.folder : options.session.backupFolder;
  if (path === null) throw new FailureError({ kind: 'notOpen' });
  if (what === 'backups') await options.ensureFolder(path);
  const problem = await options.openPath(path);
  if (problem !== '') throw new FailureError({ kind: 'folderMissing', path });
}
