import { assertNever } from './assert-never';

/** Everything that can go wrong and that the user can do something about. A closed set: new kinds are added here. */
export type Failure =
  | { kind: 'invalidInput'; fields: Record<string, string> }
  | { kind: 'notFound'; what: string }
  | { kind: 'notOpen' }
  | { kind: 'locked'; folder: string; holder: string }
  | { kind: 'newerFormat'; file: string; found: number; supported: number }
  /** A journal of an earlier format, which could not be brought to that of this version. */
  | { kind: 'migrationFailed'; file: string; from: number; to: number; detail: string }
  | { kind: 'damaged'; file: string; detail: string }
  /** Files are damaged, and the user has to choose how to go on. */
  | { kind: 'needsRecovery'; folder: string }
  | { kind: 'diskFull'; path: string }
  | { kind: 'readOnly'; path: string }
  | { kind: 'folderMissing'; path: string }
  | { kind: 'fileMissing'; path: string }
  /** Where nothing was to be written. `detail`: Node's words, where there is no plainer reason. */
  | { kind: 'cannotRead'; path: string; why: 'notAllowed' | 'isFolder' | 'diskError'; detail: string }
  /** A journal's disk refuses what opening or beginning it needs. `detail`: Node's words, where there is no plainer reason. */
  | { kind: 'cannotOpen'; path: string; why: 'readOnly' | 'diskFull' | 'diskError'; detail: string }
  /** The folder of the journal that is open is gone: moved, renamed, unplugged. */
  | { kind: 'folderAway'; path: string }
  | { kind: 'notAFolder'; path: string }
  | { kind: 'notAJournal'; path: string }
  | { kind: 'folderNotEmpty'; path: string }
  | { kind: 'journalShrank'; what: string; before: number; after: number }
  | { kind: 'notABackup'; path: string }
  | { kind: 'backupDamaged'; path: string; detail: string }
  /** To open the backup at `path`, or to make one there. */
  | { kind: 'passphraseNeeded'; to: 'open' | 'make'; path: string }
  /** `sure`: the file is whole. Otherwise it may be its first lines that are damaged. */
  | { kind: 'wrongPassphrase'; path: string; sure: boolean }
  /** Not the one that backups are encrypted with on this computer. */
  | { kind: 'otherPassphrase' }
  | { kind: 'changedMeanwhile'; what: string }
  /** Something else than Rapport changed one of the journal's files while it was open. */
  | { kind: 'changedOutside'; file: string }
  | { kind: 'forgottenBefore'; name: string; on: string }
  | { kind: 'nothingToUndo' }
  | { kind: 'nothingToRedo' }
  | { kind: 'cancelled' }
  | { kind: 'diskError'; path: string; detail: string }
  | { kind: 'unexpected'; detail: string };

/** The failure in the user's words: first what happened to the data, then what to do. */
export function describeFailure(failure: Failure): string {
  switch (failure.kind) {
    case 'invalidInput':
      return 'Nothing was saved yet: some fields need another look.';
    case 'notFound':
      return `This ${failure.what} is no longer in the journal. Somebody may have deleted it; undo brings it back.`;
    case 'notOpen':
      return 'No journal is open. Choose a folder for it first.';
    case 'locked':
      return `Nothing was changed. Another program is using the journal in ${failure.folder} (${failure.holder}). Close it there, then try again.`;
    case 'newerFormat':
      return `Nothing was changed. ${failure.file} was written by a newer version of Rapport (format ${failure.found}; this version knows up to ${failure.supported}). Update Rapport to open it.`;
    case 'migrationFailed':
      return `Nothing was changed. The journal was written by an earlier version of Rapport (format ${failure.from}), and ${failure.file} could not be brought to format ${failure.to}: ${failure.detail} The version that wrote it still opens it.`;
    case 'damaged':
      return `Nothing was overwritten. ${failure.file} is damaged: ${failure.detail}`;
    case 'needsRecovery':
      return `Nothing was changed. Some files of the journal in ${failure.folder} are not as Rapport left them: choose how to go on.`;
    case 'diskFull':
      return `Not saved: the disk is full (${failure.path}). What was stored before is safe, and what you typed is kept here. Free some space, then save again.`;
    case 'readOnly':
      return `Not saved: Rapport may not write to ${failure.path}. What was stored before is safe. Change the folder's permissions or choose another folder.`;
    case 'cannotOpen':
      return `Nothing was changed. ${whyNotOpened(failure)}`;
    case 'cannotRead':
      return `Nothing was changed. ${whyNotRead(failure)}`;
    case 'fileMissing':
      return `Nothing was changed. The file ${failure.path} cannot be found. It may have been moved or renamed, or its disk unplugged.`;
    case 'folderMissing':
      return `The folder ${failure.path} cannot be found. It may have been moved, renamed or unplugged. Bring it back, or choose another folder.`;
    case 'folderAway':
      return `Not saved: the journal’s folder ${failure.path} cannot be found. It may have been moved, renamed or unplugged. What was stored is in it, and what you type is kept here. Bring it back, and Rapport goes on. If it is gone for good, back up now: a backup holds everything that is open here.`;
    case 'notAFolder':
      return `${failure.path} is a file, not a folder. Choose a folder instead.`;
    case 'notAJournal':
      return `There is no Rapport journal in ${failure.path}. Choose the folder that holds journal.json, or start a new journal.`;
    case 'folderNotEmpty':
      return `${failure.path} already holds other files. Choose an empty folder, so that nothing of yours is mixed up.`;
    case 'journalShrank':
      return `Nothing was changed. ${failure.what} would shrink from ${failure.before} to ${failure.after} records, which looks like a mistake.`;
    case 'notABackup':
      return `Nothing was changed. ${failure.path} is not a Rapport backup.`;
    case 'backupDamaged':
      return `Nothing was changed. This backup is damaged and was not used: ${failure.detail}`;
    case 'passphraseNeeded':
      return failure.to === 'open'
        ? `Nothing was changed. ${failure.path} is encrypted: its passphrase is needed to open it.`
        : 'Nothing was changed. Your backups are encrypted, and Rapport does not know their passphrase just now. Enter it in Settings, under Encryption, then try again.';
    case 'wrongPassphrase':
      return failure.sure
        ? 'Nothing was changed. This is not the passphrase of this backup; the file itself is whole. Try another one.'
        : 'Nothing was changed. The passphrase does not open this backup. It is another one, or the first lines of the file are damaged: from the file alone the two cannot be told apart.';
    case 'otherPassphrase':
      return 'Nothing was changed. This is not the passphrase that you chose for your backups. Try again. If it is lost, choose another one: the backups made so far still need the old one.';
    case 'changedMeanwhile':
      return `Nothing was changed: this ${failure.what} was changed since. Look at it again first.`;
    case 'changedOutside':
      return `Not saved yet: something else than Rapport has just changed ${failure.file}. What was stored before is safe, and what you typed is kept here. Save again.`;
    case 'forgottenBefore':
      return `Not saved yet: on ${failure.on} you had somebody forgotten who had this name or address (${failure.name}). If you mean to have them in the journal again, they begin anew: nothing of before comes back.`;
    case 'nothingToUndo':
      return 'There is nothing to undo.';
    case 'nothingToRedo':
      return 'There is nothing to redo.';
    case 'cancelled':
      return 'Cancelled. Nothing was changed.';
    case 'diskError':
      return `Not saved: the disk reported an error at ${failure.path} (${failure.detail}). What was stored before is safe.`;
    case 'unexpected':
      return `Something went wrong that should not have: ${failure.detail} What was stored is safe.`;
    default:
      return assertNever(failure);
  }
}

function whyNotRead({ path, why, detail }: Extract<Failure, { kind: 'cannotRead' }>): string {
  switch (why) {
    case 'notAllowed':
      return `Rapport may not read ${path}. Change its permissions, then try again.`;
    case 'isFolder':
      return `${path} is a folder, not a file.`;
    case 'diskError':
      return `The disk reported an error at ${path} (${detail}). Try again; if it stays so, the disk may be failing.`;
    default:
      return assertNever(why);
  }
}

function whyNotOpened({ path, why, detail }: Extract<Failure, { kind: 'cannotOpen' }>): string {
  switch (why) {
    case 'readOnly':
      return `Rapport may not write to ${path}, and could not keep there what you write. Change the folder's permissions, or choose another folder.`;
    case 'diskFull':
      return `The disk is full (${path}), and a journal needs a little room to be opened. Free some space, then try again.`;
    case 'diskError':
      return `The disk reported an error at ${path} (${detail}). Try again; if it stays so, the disk may be failing, and a backup is the way to go on.`;
    default:
      return assertNever(why);
  }
}
