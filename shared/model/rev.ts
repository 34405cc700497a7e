/**
 * Revisions are hybrid logical clock stamps (Kulkarni et al. 2014) with the device's id: they sort in the order in which
 * changes were made, even when the computer's clock is set back, and two devices never make the same one.
 *
 *     2026-05-04T08:30:00.000Z-0000-3f2a9c1d
 */
export interface RevClock {
  /** The next revision, later than every one made or seen before. `nowMs`: milliseconds since 1970. */
  next(nowMs: number): string;
  /** A revision of another device was seen: the next one is later. */
  see(rev: string): void;
}

const REV = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z-[0-9a-f]{4}-[0-9a-f]{8}$/;

/** Whether it is one: a file edited by hand may say anything, and nothing it says may pass for the latest. */
export function isRev(text: string): boolean {
  return REV.test(text);
}

const TIME_CHARS = 24;
const MAX_COUNT = 0xffff;

/** `latestSeen`: the greatest revision of the journal, or an empty string. */
export function revClock(deviceId: string, latestSeen: string): RevClock {
  let [lastMs, count] = partsOf(latestSeen);
  const device = deviceId.replaceAll('-', '').slice(-8);
  return {
    see(rev) {
      const [ms, times] = partsOf(rev);
      if (ms > lastMs || (ms === lastMs && times > count)) [lastMs, count] = [ms, times];
    },
    next(nowMs) {
      if (nowMs > lastMs) {
        lastMs = nowMs;
        count = 0;
      } else if (count < MAX_COUNT) {
        count += 1;
      } else {
        lastMs += 1;
        count = 0;
      }
      return `${new Date(lastMs).toISOString()}-${count.toString(16).padStart(4, '0')}-${device}`;
    },
  };
}

/** When a revision was made, in milliseconds since 1970, and its count. */
function partsOf(rev: string): [ms: number, count: number] {
  const ms = Date.parse(rev.slice(0, TIME_CHARS)) || 0;
  return [ms, Number.parseInt(rev.slice(TIME_CHARS + 1, TIME_CHARS + 5), 16) || 0];
}
