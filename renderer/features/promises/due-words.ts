import type { PromiseRecord } from '../../../shared/model/promise';
import type { CalendarDate } from '../../../shared/model/primitives';
import { daysBetween } from '../../../shared/model/time';
import { formatDay } from '../../../shared/words/dates';
import { promiseStatusLabels } from '../../../shared/words/labels';
import { count } from '../../../shared/words/spans';

export interface DueWords {
  text: string;
  tone: 'late' | 'today' | 'soon' | 'open' | 'kept' | 'closed';
}

type Due = Pick<PromiseRecord, 'status' | 'dueOn' | 'closedOn'>;

/** When it is due, or how it ended: "2 days late", "today", "Fri", "Thu 18 Jun", "kept Thu 18 Jun". */
export function dueWords(promise: Due, today: CalendarDate): DueWords {
  if (promise.status !== 'open') return closedWords(promise, today);
  if (promise.dueOn === undefined) return { text: 'no date', tone: 'open' };
  const ahead = daysBetween(today, promise.dueOn);
  if (ahead < 0) return { text: `${count(-ahead, 'day')} late`, tone: 'late' };
  if (ahead === 0) return { text: 'today', tone: 'today' };
  if (ahead === 1) return { text: 'tomorrow', tone: 'soon' };
  // Within a week the weekday says it all.
  const day = formatDay(promise.dueOn, today);
  return ahead < 7 ? { text: day.slice(0, 3), tone: 'soon' } : { text: day, tone: 'open' };
}

function closedWords(promise: Due, today: CalendarDate): DueWords {
  const how = promiseStatusLabels[promise.status];
  const tone = promise.status === 'kept' || promise.status === 'late' ? 'kept' : 'closed';
  return {
    text: promise.closedOn === undefined ? how : `${how} ${formatDay(promise.closedOn, today)}`,
    tone,
  };
}
