import { FailureError } from '../journal/files/failure-error';
import { diskFailure } from '../journal/files/durable-file';
import { beginSecondPlace } from '../backup/second-place';
import { diskFs } from '../journal/files/fs';
import type { BackupPassphrase } from '../shell/backup-passphrase';
import { createDrafts } from '../shell/drafts';
import type { Folders } from '../shell/folders';
import type { Log } from '../shell/log';
import { setAside } from '../shell/set-aside';
import { createAnswerCall } from './answer';
import type { DialogCallOptions } from './dialogs';
import { appHandlers } from './handlers';
import { expectApartFromBackups, expectApartFromSample } from './journal-places';
import type { JournalSession } from './journal-session';
import type { AnswerCall } from './register';
import type { SettingsCallOptions } from './settings';

export interface AnswersOptions
  extends
    Pick<DialogCallOptions, 'showOpenDialog' | 'openPath' | 'openExternal' | 'window'>,
    Pick<SettingsCallOptions, 'settings' | 'applyTheme' | 'version' | 'platform'> {
  folders: Folders;
  passphrase: BackupPassphrase;
  quitNow: () => void;
  session: JournalSession;
  log: Log;
  packaged: boolean;
}

/** Everything behind the calls. Loaded after the window was opened: the schemas take longer to load than the rest. */
export function createAnswers(options: AnswersOptions): AnswerCall {
  const { folders, session, log } = options;
  const drafts = createDrafts({
    fs: diskFs,
    path: folders.draftsFile,
    now: () => new Date(),
    journalId: () => session.journalId,
    // A journal that is being opened may still have to take somebody out of the drafts.
    ready: session.settled,
    setAside,
    reportDamage: (path, aside) => {
      session.notify({ kind: 'fileSetAside', message: damagedDrafts(path, aside) });
      log.error(`The drafts file was damaged and ${aside === null ? 'could not be' : 'was'} set aside`);
    },
  });
  return createAnswerCall({
    handlers: appHandlers({
      ...options,
      drafts,
      documents: folders.documents,
      defaultBackupFolder: folders.defaultBackups,
      ensureFolder,
      beginSecondPlace: markSecondPlace,
      checkFolder: (folder) => expectApartFromSample(folder, folders),
      checkNewFolder: (folder) => expectApartFromBackups(folder, options.settings.get(), folders),
    }),
    callJournal: (name, input) => session.call(name, input),
    dropDraft: (id) => drafts.drop(id),
    checkOutputs: !options.packaged,
    report: (name, error) => log.error(`The call ${name} failed`, error),
  });
}

function damagedDrafts(path: string, aside: string | null): string {
  return aside === null
    ? `The unsaved drafts in ${path} are damaged, and the file cannot be set aside. Drafts are not kept until it is moved away.`
    : `The unsaved drafts were damaged and could not be read; the file is kept as ${aside}. Your journal was not touched.`;
}

async function markSecondPlace(path: string): Promise<void> {
  try {
    await beginSecondPlace(diskFs, path);
  } catch (error) {
    throw new FailureError(diskFailure(error, path));
  }
}

async function ensureFolder(path: string): Promise<void> {
  try {
    await diskFs.mkdir(path);
  } catch (error) {
    throw new FailureError(diskFailure(error, path));
  }
}
