import { z } from 'zod';
import { Instant } from '../model/primitives';
import { call } from './call';
import { Nothing } from './common';
import { Forget } from './forget';

export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

/** The user's choices for this computer, apart from the journal. */
export const Settings = z.object({
  theme: Theme,
  /** Folder that "Back up now" writes to. Null: the default, outside the journal. */
  backupFolder: z.string().nullable(),
  /** Another disk, or a folder that is synced, which gets a copy of every backup. Null: none. */
  secondBackupFolder: z.string().nullable(),
  /** Where the user was, to come back to: a route such as `/people/…`, and each list's filters. */
  place: z.object({
    route: z.string().max(2_000),
    views: z.record(z.string().max(200), z.unknown()),
  }),
});
export type Settings = z.infer<typeof Settings>;

/** Whether backups are encrypted, and whether this computer can do so by itself. */
export const Encryption = z.object({
  isOn: z.boolean(),
  /** The passphrase is at hand, so that backups can be made. */
  isUnlocked: z.boolean(),
  /** The system has a keychain, and it holds the passphrase or can do so. */
  hasKeychain: z.boolean(),
});
export type Encryption = z.infer<typeof Encryption>;

const Passphrase = z.string().min(1, { error: 'Write a passphrase.' }).max(1_000);

/** Typed text that is not in the journal yet. `value` is the form as it was; `caret` where the user was in it. */
export const Draft = z.object({
  id: z.string().min(1).max(100),
  form: z.enum([
    'debrief',
    'rounds',
    'person',
    'gathering',
    'circle',
    'promise',
    'time',
    'season',
    'question',
    'introduction',
    'followUp',
  ]),
  /** The record being edited, or null for a new one. */
  recordId: z.string().max(100).nullable(),
  title: z.string().max(500),
  value: z.unknown(),
  caret: z.object({ field: z.string().max(200), start: z.int(), end: z.int() }).nullable(),
  keptAt: Instant,
});
export type Draft = z.infer<typeof Draft>;

export const appCalls = {
  'settings.get': call(
    Nothing,
    Settings.extend({ defaultBackupFolder: z.string(), version: z.string(), platform: z.string() }),
  ),
  'settings.set': call(Settings.partial(), Nothing),
  'drafts.list': call(Nothing, z.object({ drafts: z.array(Draft) })),
  /** Acknowledged when the draft is on the disk. */
  'drafts.keep': call(Draft.omit({ keptAt: true }), z.object({ keptAt: Instant })),
  'drafts.drop': call(z.object({ id: z.string() }), Nothing),
  /**
   * Erases a person from everything that Rapport keeps: journal, history, drafts, settings, backups. Undo does not bring
   * them back. `waiting`: something elsewhere could not be reached and is done later.
   */
  'forget.person': call(Forget, z.object({ waiting: z.boolean() })),
  'app.chooseFolder': call(
    z.object({ for: z.enum(['newJournal', 'openJournal', 'moveJournal', 'backups', 'secondBackups']) }),
    z.object({ path: z.string().nullable() }),
  ),
  'backup.choose': call(Nothing, z.object({ path: z.string().nullable() })),
  'encryption.get': call(Nothing, Encryption),
  /** All backups from now on are encrypted with it. */
  'encryption.start': call(z.object({ passphrase: Passphrase }), Encryption),
  /** After a start, where no keychain keeps it. */
  'encryption.enter': call(z.object({ passphrase: Passphrase }), Encryption),
  'encryption.stop': call(Nothing, Encryption),
  /** Ends without waiting for the last backup. */
  'app.quitNow': call(Nothing, Nothing),
  'app.showFolder': call(z.object({ what: z.enum(['journal', 'backups']) }), Nothing),
  /** Asks first; only https and mailto. */
  'app.openExternal': call(z.object({ url: z.string().max(4_000) }), z.object({ opened: z.boolean() })),
};
