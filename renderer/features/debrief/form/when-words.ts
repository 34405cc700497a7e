import type { DateOrder } from '../../../../shared/debrief/when';
import type { Instant } from '../../../../shared/model/primitives';
import { daysBetween } from '../../../../shared/model/time';
import { formatClock, formatDay, todayHere } from '../../../../shared/words/dates';

/** "Today, 09:14", "Yesterday, 15:00", otherwise "Thu 18 Jun, 15:00": what the chip says. */
export function whenWords(at: Instant, now: Date): string {
  const day = at.slice(0, 10);
  const ahead = daysBetween(todayHere(now), day);
  const near = NEAR[ahead + 1];
  return `${near ?? formatDay(day, todayHere(now))}, ${formatClock(at)}`;
}

const NEAR = ['Yesterday', 'Today', 'Tomorrow'];

/** How this computer's user writes dates made of figures. */
export function dateOrderHere(language: string = navigator.language): DateOrder {
  return /^en-US$/i.test(language) ? 'monthFirst' : 'dayFirst';
}
