import type { Instant } from '../../shared/model/primitives';
import type { BackupCounts } from './manifest';
import { isSound, type ShelvedBackup } from './shelf';

/** What is known of the open journal when an automatic backup is considered. */
export interface JournalFacts {
  journalId: string;
  throughSeq: number;
  counts: BackupCounts;
  /** Its files were changed by hand since they were last backed up: no change of the log tells of that. */
  edited: boolean;
  /** When a damaged file of it was last set aside, unless the user has said since that it is as it should be. */
  damagedAt: Instant | null;
  /** So many records the user chose to have, by restoring a backup. */
  acceptedRecords: number | null;
}

/** Why there is no automatic backup although something changed: it could push out good ones. */
export type HeldBack = { kind: 'damaged' } | { kind: 'shrank'; before: number; after: number };

export type AutomaticDecision =
  { kind: 'make' } | { kind: 'nothingNew' } | ({ kind: 'held' } & { why: HeldBack });

/** Fewer lost records than this are no alarm: a small journal changes by leaps. */
const ALARMING_LOSS = 10;
/** A journal that lost more than this share of its records looks like an accident. */
const ALARMING_SHARE = 1 / 3;

/**
 * Whether an automatic backup is made now. Never of a journal that was damaged, or that is empty or much smaller than its
 * last backup, until the user has said by a backup of their own, or by restoring one, that it is as it should be.
 * `backups` are all that are known, of any journal.
 */
export function decideAutomatic(facts: JournalFacts, backups: readonly ShelvedBackup[]): AutomaticDecision {
  const own = backups.filter(
    ({ journalId, check }) => journalId === facts.journalId && check.kind !== 'damaged',
  );
  const records = recordsIn(facts.counts);
  // What was made before a restore is what the user did not want to keep.
  const last = latestOf(own.filter(({ kind }) => kind !== 'safety'));
  const before = facts.acceptedRecords ?? (last?.counts ? recordsIn(last.counts) : 0);
  if (isAlarmingLoss(before, records))
    return { kind: 'held', why: { kind: 'shrank', before, after: records } };
  if (facts.damagedAt !== null) return { kind: 'held', why: { kind: 'damaged' } };
  const isKept = own.some((backup) => isSound(backup) && holds(backup, facts));
  return records === 0 || (isKept && !facts.edited) ? { kind: 'nothingNew' } : { kind: 'make' };
}

/** Of a whole journal, since its last backup; a single file has its own measure (`journal/files/shrinking.ts`). */
export function isAlarmingLoss(before: number, after: number): boolean {
  if (before > 0 && after === 0) return true;
  return before - after >= ALARMING_LOSS && before - after > before * ALARMING_SHARE;
}

export function recordsIn({ people, interactions, promises, gatherings }: BackupCounts): number {
  return people + interactions + promises + gatherings;
}

/** By the journal's own count of changes; dates go wrong with the clock. */
function latestOf(backups: readonly ShelvedBackup[]): ShelvedBackup | undefined {
  const rank = ({ throughSeq }: ShelvedBackup): number => throughSeq ?? -1;
  return [...backups].sort(
    (a, b) => rank(b) - rank(a) || Date.parse(b.createdAt) - Date.parse(a.createdAt),
  )[0];
}

function holds(backup: ShelvedBackup, { throughSeq, counts }: JournalFacts): boolean {
  return (
    backup.throughSeq === throughSeq &&
    backup.counts !== null &&
    recordsIn(backup.counts) === recordsIn(counts)
  );
}
