import { z } from 'zod';
import { Instant } from '../model/primitives';
import { recordTypes } from '../model/record-types';
import { call } from './call';
import { Nothing } from './common';

/** A backup that was written, reopened and counted. */
export const BackupInfo = z.object({
  path: z.string(),
  fileName: z.string(),
  bytes: z.int(),
  createdAt: Instant,
  verifiedAt: Instant,
  people: z.int(),
  interactions: z.int(),
});
export type BackupInfo = z.infer<typeof BackupInfo>;

export const BackupListItem = z.object({
  path: z.string(),
  fileName: z.string(),
  bytes: z.int(),
  modifiedAt: Instant,
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
  backup: BackupInfo,
  differences: z.array(Difference),
  identical: z.boolean(),
});
export type BackupPreview = z.infer<typeof BackupPreview>;

const Path = z.object({ path: z.string().min(1).max(4_000) });

export const backupCalls = {
  'backup.now': call(Nothing, BackupInfo),
  'backup.list': call(Nothing, z.object({ folder: z.string(), backups: z.array(BackupListItem) })),
  'backup.preview': call(Path, BackupPreview),
  /** Takes a safety backup first and stops when it can't. Undo brings the former journal back. */
  'backup.restore': call(Path, z.object({ safetyBackup: BackupInfo })),
};
