import { z } from 'zod';
import { recordTypes } from '../model/record-types';
import { Id, Instant } from '../model/primitives';
import { LastBackup, Difference } from './backup';
import { call } from './call';
import { JobName, Nothing } from './common';

export const Counts = z.object({
  people: z.int(),
  interactions: z.int(),
  promises: z.int(),
  gatherings: z.int(),
  circles: z.int(),
});
export type Counts = z.infer<typeof Counts>;

/** An error as the user reads it. `code` is a `FailureKind`; `fields` says which input was wrong and why. */
export const CallError = z.object({
  code: z.string(),
  message: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
});
export type CallError = z.infer<typeof CallError>;

/** Something the user should know about the journal's files, said once after opening. */
export const Notice = z.object({
  kind: z.enum([
    'tornLogLine',
    'fileSetAside',
    'notRestored',
    'recordsSkipped',
    'editedByHand',
    'skippedLogLines',
    'backupsHeld',
    'forgettingWaits',
    'fileReplaced',
    'recordsTwice',
    'conflictCopy',
    'changedOutside',
    'recovered',
    'migrated',
    'passphraseWanted',
  ]),
  message: z.string(),
});
export type Notice = z.infer<typeof Notice>;

/** The one truth about saving, always in sight. */
export const SaveState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), at: Instant.nullable() }),
  z.object({ kind: z.literal('saving') }),
  z.object({ kind: z.literal('notSaved'), error: CallError }),
]);
export type SaveState = z.infer<typeof SaveState>;

/** A backup as the user knows it again. */
const NamedBackup = z.object({ fileName: z.string(), createdAt: Instant });
export type NamedBackup = z.infer<typeof NamedBackup>;

/** A backup that was passed over for an older one: its passphrase is not known here, or it cannot be read just now. */
const PassedOver = NamedBackup.extend({ why: z.enum(['locked', 'unread']) });
export type PassedOver = z.infer<typeof PassedOver>;

/** The newest backup that can be read: `differences` lead from what can be read of the journal to it. */
export const RecoveryBackup = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('looking') }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('folderUnread'), folder: z.string() }),
  PassedOver.extend({ kind: z.literal('passedOver') }),
  NamedBackup.extend({
    kind: z.literal('found'),
    path: z.string(),
    differences: z.array(Difference),
    newer: PassedOver.nullable(),
  }),
]);
export type RecoveryBackup = z.infer<typeof RecoveryBackup>;

export const JournalState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('firstRun'), defaultFolder: z.string() }),
  /** `done` and `total` in bytes. */
  z.object({ kind: z.literal('opening'), folder: z.string(), done: z.number(), total: z.number() }),
  z.object({
    kind: z.literal('open'),
    folder: z.string(),
    journalId: z.string(),
    sample: z.boolean(),
    counts: Counts,
    save: SaveState,
    undo: z.string().nullable(),
    redo: z.string().nullable(),
    notices: z.array(Notice),
    lastBackup: LastBackup.nullable(),
    /** Counts up when there is something new about backups. */
    backupNews: z.int(),
  }),
  /** Files are damaged: nothing was changed, the user chooses how to go on. `counts`: what can be read of it. */
  z.object({
    kind: z.literal('recovery'),
    folder: z.string(),
    defaultFolder: z.string(),
    findings: z.array(z.string()),
    counts: Counts,
    backup: RecoveryBackup,
  }),
  /** `newestBackup`: where the journal is lost, and one is known. */
  z.object({
    kind: z.literal('refused'),
    folder: z.string(),
    defaultFolder: z.string(),
    error: CallError,
    newestBackup: NamedBackup.nullable(),
  }),
]);
export type JournalState = z.infer<typeof JournalState>;

const Folder = z.object({ folder: z.string().min(1, { error: 'Choose a folder.' }).max(4_000) });

/** Which journal is open: the main process knows. */
export const sessionCalls = {
  'journal.state': call(Nothing, JournalState),
  /** Starts an empty journal in a folder that does not exist yet or is empty. */
  'journal.create': call(Folder, Nothing),
  'journal.open': call(Folder, Nothing),
  'journal.openSample': call(Nothing, Nothing),
  'journal.leaveSample': call(Nothing, Nothing),
  /** Tries the same folder again, after a refusal. */
  'journal.retry': call(Nothing, Nothing),
  /** Goes on with what can be read; each damaged file is kept as it was found. */
  'recovery.goOn': call(Nothing, Nothing),
  /** Back to the choice, with every file as it was then; what the journal has become since goes into a safety backup first. */
  'recovery.undo': call(Nothing, Nothing),
  /** The same, and then restores this backup, with a safety backup before. */
  'recovery.restore': call(z.object({ path: z.string().min(1).max(4_000) }), Nothing),
  /** Copies the journal to another folder, verifies the copy, and works there from then on. The old folder stays. */
  'journal.move': call(Folder, Nothing),
};

export const historyCalls = {
  'history.undo': call(Nothing, z.object({ label: z.string() })),
  'history.redo': call(Nothing, z.object({ label: z.string() })),
};

/** Which records changed: the renderer fetches again what it shows. `all`: another journal, or too many to list. */
export const ChangedEvent = z.object({
  all: z.boolean(),
  records: z.array(z.object({ type: z.enum(recordTypes), id: Id })),
});
export type ChangedEvent = z.infer<typeof ChangedEvent>;

export const ProgressEvent = z.object({
  job: JobName,
  done: z.number(),
  total: z.number(),
});
export type ProgressEvent = z.infer<typeof ProgressEvent>;
