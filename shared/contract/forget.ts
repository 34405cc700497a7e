import { z } from 'zod';
import { Id } from '../model/primitives';
import { call } from './call';
import { ById } from './common';

/** What becomes of a backup: it is written anew without the person, or deleted because it cannot be. */
export const BackupFate = z.object({
  fileName: z.string(),
  fate: z.enum(['rewritten', 'encrypted', 'damaged']),
});
export type BackupFate = z.infer<typeof BackupFate>;

/** What forgetting somebody takes along and what it changes, before it is done. */
export const ForgetPreview = z.object({
  name: z.string(),
  /** Entries with nobody else: they go. */
  entriesGone: z.int(),
  /** Entries with others too: they stay, with "somebody" in place of the name. */
  entriesKept: z.int(),
  promises: z.int(),
  introductions: z.int(),
  /** Other records whose words name them. */
  mentions: z.int(),
  /** Titles of unsaved drafts that name them. */
  drafts: z.array(z.string()),
  /** Damaged files that were set aside. */
  setAside: z.int(),
  backups: z.array(BackupFate),
  /** Names of backups of other journals, which stay as they are. */
  otherJournals: z.array(z.string()),
  /** Folders for backups that cannot be reached just now. */
  unreachable: z.array(z.string()),
  /** A name of theirs that somebody else has too: it stays where the words may mean the other one. */
  sharedNames: z.array(z.string()),
});
export type ForgetPreview = z.infer<typeof ForgetPreview>;

/** What of the preview is held against how it is when the user decides. */
const ForgetTold = z.object({
  /** The backups that were shown as going, a name twice when it goes in two places: no other is deleted. */
  deleted: z.array(z.string()),
  /** The folders for backups that were shown as out of reach: in no other may the name stay unseen. */
  unreachable: z.array(z.string()),
});
export type ForgetTold = z.infer<typeof ForgetTold>;

/** Whom to forget: `name` is theirs, typed by hand. */
export const Forget = z.object({ id: Id, name: z.string().max(300), ...ForgetTold.shape });

export const forgetCalls = { 'forget.preview': call(ById, ForgetPreview) };
