import { z } from 'zod';
import { Instant } from '../model/primitives';
import { call } from './call';
import { Nothing } from './common';

export const fileStates = ['ok', 'damaged', 'changed', 'unreadable', 'missing'] as const;

/** One file of the journal as it lies on the disk. */
export const CheckedFile = z.object({
  /** Relative to the journal's folder. */
  file: z.string(),
  state: z.enum(fileStates),
  /** Records, of a volume; changes, of the log; earlier versions, of the history. */
  items: z.int(),
});
export type CheckedFile = z.infer<typeof CheckedFile>;

/** How the journal's files are, read anew from the disk and held against what is open. */
export const JournalCheck = z.object({
  checkedAt: Instant,
  files: z.array(CheckedFile),
  /** In words: what is wrong with the files. */
  problems: z.array(z.string()),
  /** In words: what is good to know. */
  notes: z.array(z.string()),
  /** Records that are not on the disk as they are open here. */
  differing: z.int(),
  /** What is open here is whole: the files can be written anew from it. */
  canMend: z.boolean(),
});
export type JournalCheck = z.infer<typeof JournalCheck>;

export const checkCalls = {
  /** Changes nothing. */
  'check.journal': call(Nothing, JournalCheck),
  /** Writes all files anew from what is open here; each that was found damaged is kept aside as it was. */
  'check.mend': call(Nothing, JournalCheck),
};
