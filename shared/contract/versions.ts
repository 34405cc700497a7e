import { z } from 'zod';
import { Id, Instant } from '../model/primitives';
import type { AnyRecord } from '../model/record';
import { recordTypes } from '../model/record-types';
import { call } from './call';
import { Named, Nothing } from './common';
import { insight } from './insight-type';

const OfRecord = z.object({ type: z.enum(recordTypes), id: Id });

/** What a record said, from one moment to another. */
export const RecordVersion = z.object({
  /** Names this version among the others of its record. */
  key: z.string(),
  from: Instant,
  /** Null: it says so now. Absent: a backup knows that it said so, and not until when. */
  until: Instant.nullable().optional(),
  record: insight<AnyRecord>(),
  /** The backup that it is from; null: the journal's own history. */
  backup: z.object({ path: z.string(), fileName: z.string() }).nullable(),
});
export type RecordVersion = z.infer<typeof RecordVersion>;

/** Newest first, with the names of everybody and everything that they refer to. */
export const RecordHistory = z.object({ versions: z.array(RecordVersion), names: z.array(Named) });

export const versionCalls = {
  /** What is known of a record's versions; what it says now is the first. */
  'versions.list': call(OfRecord, RecordHistory),
  /**
   * Those that only a backup knows. Backups that were looked into, those `locked` with a passphrase that is not known here,
   * and those that could not be read.
   */
  'versions.inBackups': call(
    OfRecord,
    RecordHistory.extend({ backups: z.object({ read: z.int(), locked: z.int(), unread: z.int() }) }),
  ),
  /** The record says again what it said then: one change, which undo takes back. */
  'versions.bringBack': call(OfRecord.extend({ key: z.string(), backup: z.string().nullable() }), Nothing),
};
