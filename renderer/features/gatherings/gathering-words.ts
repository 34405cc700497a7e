import type { Circle, Gathering } from '../../../shared/model/gathering';
import type { CalendarDate } from '../../../shared/model/primitives';
import { dateOf, epochMs } from '../../../shared/model/time';
import { formatClock, formatCount, formatDay, formatInstant } from '../../../shared/words/dates';
import { purposeLabels } from '../../../shared/words/labels';

/** "Thu 18 Jun, 08:00 to 10:00", over several days "Thu 18 Jun, 08:00 to Fri 19 Jun, 17:00". */
export function whenWords({ from, to }: Pick<Gathering, 'from' | 'to'>, today: CalendarDate): string {
  const start = formatInstant(from, today);
  if (to === undefined) return start;
  if (dateOf(to) === dateOf(from)) return `${start} to ${formatClock(to)}`;
  return `${start} to ${formatInstant(to, today)}`;
}

/** Whether it is still to come. */
export function isAhead({ from }: Pick<Gathering, 'from'>, now: Date): boolean {
  return epochMs(from) > now.getTime();
}

/** "3 people met"; of one still to come "3 people expected". Nothing for nobody. */
export function metWords(people: number, ahead: boolean): string {
  if (people === 0) return '';
  return `${formatCount(people, 'person', 'people')} ${ahead ? 'expected' : 'met'}`;
}

/** The heading that a row of the list stands under: what is to come, then year by year. */
export function groupOf(gathering: Pick<Gathering, 'from'>, now: Date): string {
  return isAhead(gathering, now) ? 'Coming up' : gathering.from.slice(0, 4);
}

/** What kind of circle it is and what it is for; once, where both say the same. */
export function circleFacts({ kind, purpose }: Pick<Circle, 'kind' | 'purpose'>): string[] {
  const facts = [kind, purpose && purposeLabels[purpose]].filter((fact) => fact !== undefined);
  return facts.length === 2 && facts[0]?.toLowerCase() === facts[1]?.toLowerCase() ? facts.slice(1) : facts;
}

/** The parts of the leaf of a calendar: "18", "Jun", and the year when it is not this one. */
export function leafOf(
  from: string,
  today: CalendarDate,
): { weekday: string; date: string; month: string; year: string } {
  const [weekday = '', date = '', month = '', year = ''] = formatDay(dateOf(from), today).split(' ');
  return { weekday, date, month, year };
}
