import type { Answer, CallOutput, ParsedInput } from '../../shared/contract/contract';
import type { JournalCallName } from '../../shared/contract/names';
import type { ChangedEvent, JournalState, ProgressEvent } from '../../shared/contract/journal';

/** Where backups go and how they are written: the user's choices for this computer. */
export interface BackupPlan {
  folder: string;
  /** The user chose the folder, so it was there: where it is not, its disk is away. */
  isChosen?: boolean;
  /** Another disk, or a folder that is synced; null for none. */
  secondFolder: string | null;
  encryption: Encryption;
}

/** The passphrase is null until it is known: after a start without a keychain the user has to enter it. */
export type Encryption = { kind: 'off' } | { kind: 'on'; passphrase: string | null };

/**
 * What the main process and the journal's thread say to each other. The journal lives in a thread of its own, so that
 * reading, searching, folding and backing up never hold up the window. Main has checked who calls; inputs are parsed by
 * the thread, before anything is done with them: their schemas take longer to read than the window may wait.
 */

/** What the thread is started with. */
export interface ThreadOptions {
  checkOutputs: boolean;
  app: AppFiles;
}

/** Files of the app itself that may name people of the journal. */
export interface AppFiles {
  /** The folder of settings, drafts and whatever of them was set aside. */
  folder: string;
  draftsFile: string;
  settingsFile: string;
  /** The folder of the logs. */
  logs: string;
}

/**
 * How a folder is opened: an existing journal (asking first when it is damaged), what can be read of a damaged one, a new
 * one, or the sample (made anew when it is not there yet).
 */
export type OpenMode = 'existing' | 'rescue' | 'new' | 'sample';

export type ToThread =
  | { kind: 'open'; id: number; folder: string; mode: OpenMode; backups: BackupPlan }
  /** Copies the open journal to `folder`, verifies the copy and goes on there. */
  | { kind: 'move'; id: number; folder: string }
  | { kind: 'backups'; id: number; backups: BackupPlan }
  /** The last automatic backup of this run, when there is reason for one. Can be given up by `backup.cancel`. */
  | { kind: 'backUpAtQuit'; id: number }
  /** Erases a person and goes on with the journal as it is without them. Undo does not cover it. */
  | { kind: 'forget'; id: number; person: ParsedInput<'forget.person'> }
  /** Puts a damaged journal back as it was before the user went on with it, after a safety backup, and asks anew. */
  | { kind: 'undoRecovery'; id: number }
  /** Folds the log into the volumes, releases the lock. Answered when all is on the disk. */
  | { kind: 'close'; id: number }
  | { kind: 'call'; id: number; name: JournalCallName; input: unknown };

export type FromThread =
  | { kind: 'answer'; id: number; answer: Answer<unknown> }
  | { kind: 'state'; state: ThreadState }
  | { kind: 'changed'; event: ChangedEvent }
  | { kind: 'progress'; event: ProgressEvent };

/** The journal's state as the thread knows it; main adds what only it knows. */
export type ThreadState =
  | { kind: 'closed' }
  | Extract<JournalState, { kind: 'opening' | 'open' }>
  | Omit<Extract<JournalState, { kind: 'recovery' }>, 'defaultFolder'>
  | Omit<Extract<JournalState, { kind: 'refused' }>, 'defaultFolder'>;

export type JournalHandlers = {
  [N in JournalCallName]: (input: ParsedInput<N>) => CallOutput<N> | Promise<CallOutput<N>>;
};
