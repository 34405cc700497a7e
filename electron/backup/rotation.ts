import type { Instant } from '../../shared/model/primitives';
import { dateOf, dayNumber, monthOf } from '../../shared/model/time';

/** How many automatic backups stay: of so many days, weeks and months the latest each; and the last ones in any case. */
export const KEPT = { days: 7, weeks: 5, months: 12, last: 3 } as const;

/**
 * The automatic backups of one journal that are not needed any more. A day, week or month without one counts for nothing,
 * so that a holiday costs no backup. One that is dated later than now (the clock was wrong, then or now) is left alone and
 * takes nobody's place.
 */
export function outdated<T extends { createdAt: Instant }>(backups: readonly T[], now: Date): T[] {
  const past = backups
    .filter(({ createdAt }) => Date.parse(createdAt) <= now.getTime())
    .sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  const kept = new Set<T>([
    ...past.slice(0, KEPT.last),
    ...latestOfEach(past, KEPT.days, dateOf),
    ...latestOfEach(past, KEPT.weeks, weekOf),
    ...latestOfEach(past, KEPT.months, (createdAt) => monthOf(dateOf(createdAt))),
  ]);
  return past.filter((backup) => !kept.has(backup));
}

/** `backups` with the latest first. Spans go by the clock of the place where the backup was made. */
function latestOfEach<T extends { createdAt: Instant }>(
  backups: readonly T[],
  most: number,
  spanOf: (createdAt: Instant) => string,
): T[] {
  const bySpan = new Map<string, T>();
  for (const backup of backups) {
    const span = spanOf(backup.createdAt);
    if (!bySpan.has(span) && bySpan.size < most) bySpan.set(span, backup);
  }
  return [...bySpan.values()];
}

/** Weeks begin on Monday; the first day that is counted, 1 January 1970, was a Thursday. */
function weekOf(createdAt: Instant): string {
  return String(Math.floor((dayNumber(dateOf(createdAt)) + 3) / 7));
}
