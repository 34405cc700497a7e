import { z } from 'zod';
import { BackupKind } from '../../shared/contract/backup';
import { Instant } from '../../shared/model/primitives';

export const MANIFEST_NAME = 'manifest.json';

/** Whose disappearance would be noticed first. */
export const BackupCounts = z.object({
  people: z.int(),
  interactions: z.int(),
  promises: z.int(),
  gatherings: z.int(),
});
export type BackupCounts = z.infer<typeof BackupCounts>;

/** What a backup says of itself: enough to know, without the journal, that it is whole. */
export const Manifest = z.looseObject({
  format: z.literal('rapport-backup'),
  formatVersion: z.int().min(1),
  journalId: z.string(),
  createdAt: Instant,
  /** Absent in backups from before there were automatic ones. */
  kind: BackupKind.default('byHand'),
  /** The journal's change up to which everything is in it. A journal that has come no further has nothing new to back up. */
  throughSeq: z.int().optional(),
  counts: BackupCounts,
  files: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof Manifest>;
