import { z } from 'zod';
import { Instant } from '../model/primitives';
import { recordTypes } from '../model/record-types';
import { Id } from '../model/primitives';
import { call } from './call';
import { JobName, Nothing, Page, paged } from './common';

/** Why there is a backup: Rapport made it by itself, the user asked for it, or it was made before a restore. */
export const BackupKind = z.enum(['automatic', 'byHand', 'safety']);
export type BackupKind = z.infer<typeof BackupKind>;

/** A backup that was written, reopened and counted. */
export const BackupInfo = z.object({
  path: z.string(),
  fileName: z.string(),
  kind: BackupKind,
  bytes: z.int(),
  createdAt: Instant,
  verifiedAt: Instant,
  people: z.int(),
  interactions: z.int(),
});
export type BackupInfo = z.infer<typeof BackupInfo>;

/** The newest backup that is known. Null: nobody has read it since it came, or was changed, where it lies. */
export const LastBackup = BackupInfo.extend({ verifiedAt: Instant.nullable() });
export type LastBackup = z.infer<typeof LastBackup>;

/** What is known of the bytes of a backup. An encrypted one from elsewhere cannot be judged without its passphrase. */
export const BackupCheck = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('verified'), at: Instant }),
  z.object({ kind: z.literal('damaged'), detail: z.string() }),
  z.object({ kind: z.literal('unchecked') }),
  /** It, or what is known of it, could not be read just now, which says nothing of its bytes: it is looked at again. */
  z.object({ kind: z.literal('unread') }),
]);
export type BackupCheck = z.infer<typeof BackupCheck>;

export const BackupListItem = z.object({
  path: z.string(),
  fileName: z.string(),
  kind: BackupKind,
  encrypted: z.boolean(),
  bytes: z.int(),
  createdAt: Instant,
  /** Known to be of another journal than the one that is open. */
  ofOtherJournal: z.boolean(),
  /** Null where they are not known: encrypted elsewhere, or damaged. */
  counts: z.object({ people: z.int(), interactions: z.int() }).nullable(),
  check: BackupCheck,
});
export type BackupListItem = z.infer<typeof BackupListItem>;

/** Going from the current journal to the backup: how many records of a type come back, change, or go. */
export const Difference = z.object({
  type: z.enum(recordTypes),
  now: z.int(),
  inBackup: z.int(),
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  /** Up to five names or titles of each, so that the user recognises them. */
  examples: z.array(z.object({ what: z.enum(['added', 'changed', 'removed']), title: z.string() })),
});
export type Difference = z.infer<typeof Difference>;

export const BackupPreview = z.object({
  /** People in it whom the user had forgotten since: they stay out, unless they are chosen one by one. */
  leftOut: z.int(),
  backup: BackupInfo,
  /** Otherwise it was made of another journal, whose records take the place of this one's. */
  ofThisJournal: z.boolean(),
  differences: z.array(Difference),
  identical: z.boolean(),
});
export type BackupPreview = z.infer<typeof BackupPreview>;

/** How it is with the backups that Rapport makes by itself. */
export const AutomaticState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('on'), lastAt: Instant.nullable() }),
  /** Something is wrong with the journal: a backup of it could push out good ones. */
  z.object({
    kind: z.literal('held'),
    why: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('damaged') }),
      /** In records. */
      z.object({ kind: z.literal('shrank'), before: z.int(), after: z.int() }),
    ]),
  }),
  z.object({ kind: z.literal('waitsForPassphrase') }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
  /** The sample journal needs none. */
  z.object({ kind: z.literal('sample') }),
]);
export type AutomaticState = z.infer<typeof AutomaticState>;

/** Another place that gets a copy of every backup. That it is away is no error. */
export const SecondPlace = z.object({
  folder: z.string(),
  state: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('upToDate'), at: Instant }),
    z.object({ kind: z.literal('behind') }),
    z.object({ kind: z.literal('away') }),
    z.object({ kind: z.literal('failed'), message: z.string() }),
  ]),
});
export type SecondPlace = z.infer<typeof SecondPlace>;

/** How long a passphrase would hold against somebody with thousands of computers. */
export const PassphraseStrength = z.object({ level: z.enum(['weak', 'fair', 'strong']), years: z.number() });
export type PassphraseStrength = z.infer<typeof PassphraseStrength>;

/** Somebody in a backup, and how they stand to the present journal. */
export const BackedUpPerson = z.object({
  id: Id,
  name: z.string(),
  organisation: z.string().optional(),
  /** In the backup. */
  entries: z.int(),
  promises: z.int(),
  state: z.enum(['missing', 'different', 'same']),
});
export type BackedUpPerson = z.infer<typeof BackedUpPerson>;

const Passphrase = z.string().min(1, { error: 'Write a passphrase.' }).max(1_000);

/** A backup to look into. Without a passphrase that of this computer is tried. */
const Backup = z.object({ path: z.string().min(1).max(4_000), passphrase: Passphrase.optional() });
/** Single people of it; all that is in it without. */
const Part = Backup.extend({ people: z.array(Id).min(1).max(1_000).optional() });

export const backupCalls = {
  'backup.now': call(Nothing, BackupInfo),
  'backup.list': call(
    Nothing,
    z.object({
      folder: z.string(),
      automatic: AutomaticState,
      second: SecondPlace.nullable(),
      backups: z.array(BackupListItem),
    }),
  ),
  /** Reads every backup from its first byte to its last. */
  'backup.verify': call(
    Nothing,
    z.object({ checked: z.int(), damaged: z.int(), locked: z.int(), unread: z.int() }),
  ),
  /** Gives up that job, or all of them, also what waits for its turn: nothing is left half done. */
  'backup.cancel': call(z.object({ job: JobName.optional() }), Nothing),
  'backup.preview': call(Part, BackupPreview),
  'backup.people': call(Backup.extend({ text: z.string().max(200), ...Page.shape }), paged(BackedUpPerson)),
  /** Done with looking into it. */
  'backup.close': call(Nothing, Nothing),
  /** Takes a safety backup first and stops when it can't. Undo brings the former journal back. */
  'backup.restore': call(Part, z.object({ safetyBackup: BackupInfo })),
  'passphrase.strength': call(z.object({ passphrase: Passphrase }), PassphraseStrength),
  /** Something locked with a passphrase, by which it is known again. It tells no more of it than a backup does. */
  'passphrase.prove': call(z.object({ passphrase: Passphrase }), z.object({ proof: z.string() })),
  'passphrase.fits': call(
    z.object({ passphrase: Passphrase, proof: z.string() }),
    z.object({ fits: z.boolean() }),
  ),
  'passphrase.suggest': call(Nothing, z.object({ passphrase: z.string() })),
};
