import { z } from 'zod';

/**
 * What reading a journal's files found that is not as Rapport left them: one finding each, in the order of the files.
 * `file`: relative to the journal's folder. `keptAs`: the copy of the file as it was found, made before anything is
 * written over it; null while nothing has been changed yet.
 */
export const Finding = z.discriminatedUnion('kind', [
  /** The last line of the log was cut short: a change that was never acknowledged. */
  z.object({ kind: z.literal('tornLogLine'), bytes: z.int() }),
  /** Lines of the log (numbered from 1) that cannot be read; `missing` changes are not in it; `conflicting` ones twice, and not the same. */
  z.object({
    kind: z.literal('logDamaged'),
    file: z.string(),
    badLines: z.array(z.int()),
    missing: z.int(),
    conflicting: z.int(),
    keptAs: z.string().nullable(),
  }),
  /** Records that are in the log and in no file, although the files are later: deleted there, or never seen. */
  z.object({
    kind: z.literal('logUnfiled'),
    file: z.string(),
    records: z.int(),
    keptAs: z.string().nullable(),
  }),
  /**
   * No whole file any more: `rescued` records were read, `lostLines` could not be. `expected`: how many it had by
   * journal.json; null where that does not say.
   */
  z.object({
    kind: z.literal('fileDamaged'),
    file: z.string(),
    rescued: z.int(),
    expected: z.int().nullable(),
    lostLines: z.int(),
    keptAs: z.string().nullable(),
  }),
  /** Whole, but changed by something else than Rapport; `refused` of its records are not valid. */
  z.object({
    kind: z.literal('fileEdited'),
    file: z.string(),
    records: z.int(),
    refused: z.int(),
    keptAs: z.string().nullable(),
  }),
  /** Changed by something else than Rapport; its records are valid, but most of those that it had are gone. */
  z.object({
    kind: z.literal('fileShrank'),
    file: z.string(),
    records: z.int(),
    expected: z.int(),
    keptAs: z.string().nullable(),
  }),
  /** Nothing in the file can be read. Refused, unless the user chose to go on without it. */
  z.object({ kind: z.literal('fileUnreadable'), file: z.string(), keptAs: z.string().nullable() }),
  /** The file was there and is not any more. Refused, unless the user chose to go on without it. */
  z.object({ kind: z.literal('fileMissing'), file: z.string() }),
  /** The file is sound, but older than what the journal was left with: something put a former one back. */
  z.object({
    kind: z.literal('fileOlder'),
    file: z.string(),
    records: z.int(),
    expected: z.int(),
    keptAs: z.string().nullable(),
  }),
  /** A sound file of another journal or another year lies under this name. */
  z.object({ kind: z.literal('fileForeign'), file: z.string(), keptAs: z.string().nullable() }),
  /** Records that stand in two files, and not the same: the later revision counts, the other is in the copy of this file. */
  z.object({
    kind: z.literal('recordsTwice'),
    file: z.string(),
    count: z.int(),
    keptAs: z.string().nullable(),
  }),
  /** A copy that a sync program made of two versions of a file. It is not read. */
  z.object({ kind: z.literal('conflictCopy'), file: z.string() }),
  /** The files were of an earlier format and have been brought to that of this version; each former one is kept. */
  z.object({ kind: z.literal('migrated'), from: z.int(), to: z.int() }),
  /** Files elsewhere from which somebody forgotten is still to be taken out. */
  z.object({ kind: z.literal('forgettingWaits'), files: z.int() }),
]);
export type Finding = z.infer<typeof Finding>;
