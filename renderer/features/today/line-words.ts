import { assertNever } from '../../../shared/assert-never';
import type { TodayLineView } from '../../../shared/contract/today';
import type { Brought } from '../../../shared/insight/today';
import type { CalendarDate } from '../../../shared/model/primitives';
import { formatDay } from '../../../shared/words/dates';
import { count, everyDays, spanWords, weeksWords } from '../../../shared/words/spans';
import { evidenceStageLabels } from '../../../shared/words/labels';

/** A line of Today in words: what to do, why it is there, and what its main button says. */
export interface LineWords {
  title: string;
  /** The user's own figures. */
  why: string;
  action: string;
}

const WROTE: Partial<Record<string, string>> = {
  email: 'wrote an e-mail',
  message: 'sent a message',
  letter: 'sent a letter',
  social: 'wrote online',
};

const RINGS = { inner: 'One of your inner five', close: 'One of your close ones' } as const;

export function lineWords({ person, ring, partner, reason }: TodayLineView, today: CalendarDate): LineWords {
  const { name } = person;
  switch (reason.kind) {
    case 'myPromise':
      return {
        title: reason.what,
        why: `You promised ${name}, for ${formatDay(reason.dueOn, today)}. ${count(reason.overdueDays, 'day')} late.`,
        action: 'Kept late',
      };
    case 'theirPromise':
      return {
        title: `${name}: ${reason.what}`,
        why: `Promised to you for ${formatDay(reason.dueOn, today)}. ${count(reason.overdueDays, 'day')} late; a friendly word may help.`,
        action: 'Write it down',
      };
    case 'replyOwed':
      return {
        title: `Answer ${name}`,
        why: `${name} ${WROTE[reason.writtenAs] ?? 'wrote'} ${spanWords(reason.waitingDays)} ago. You have noted no reply.`,
        action: 'Open',
      };
    case 'unansweredRun':
      return {
        title: `${name}: ${reason.count} messages without a reply`,
        why: `Since ${formatDay(reason.since, today)}, ${spanWords(reason.sinceDays)} ago. An answer usually shows within ${count(reason.patienceDays, 'day')}. Another way may work, or a pause.`,
        action: 'Write it down',
      };
    case 'slipping':
      return {
        title: `${name} is ${reason.state === 'slipping' ? 'slipping' : 'drifting away'}: ${spanWords(reason.gapDays)}, ${expectation(reason.source, reason.expectedDays)}`,
        why: [
          partner ? 'A partner.' : ring === 'inner' || ring === 'close' ? `${RINGS[ring]}.` : '',
          broughtWords(reason.brought),
        ]
          .filter((part) => part !== '')
          .join(' '),
        action: 'Write it down',
      };
    case 'newPerson':
      return {
        title: `Met ${name} ${spanWords(reason.metDays)} ago; no second contact yet`,
        why: `A tie’s first ${weeksWords(reason.newForDays)} show whether it lasts; ${count(reason.daysLeft, 'day')} of them are left.`,
        action: 'Write it down',
      };
    case 'date':
      return { title: dateTitle(name, reason), why: dateWhen(reason, today), action: 'Done' };
    case 'dormant':
      return {
        title: `${name}: ${spanWords(reason.gapDays)} without a word`,
        why: `You had come as far as ${evidenceStageLabels[reason.earned]}. ${broughtWords(reason.brought)} Old ties advise as well as current ones, and a word is more welcome than one thinks.`,
        action: 'Reconnect',
      };
    default:
      return assertNever(reason);
  }
}

function expectation(source: string, days: number): string {
  return source === 'median'
    ? `usually ${spanWords(Math.round(days))}`
    : `expected ${everyDays(Math.round(days))}`;
}

function broughtWords({ given, received, contacts }: Brought): string {
  const meetings = count(contacts, 'contact');
  if (given + received === 0) return `${meetings} so far.`;
  return `${meetings} so far; you gave ${given} and received ${received}.`;
}

type DateReason = Extract<TodayLineView['reason'], { kind: 'date' }>;

function dateTitle(name: string, { date, label, years }: DateReason): string {
  const what = label ?? { birthday: 'birthday', anniversary: 'anniversary', other: 'day' }[date];
  const which =
    years === null ? what : date === 'birthday' ? `${what}, ${years} years old` : `${what}, ${years} years`;
  return `${name}: ${which}`;
}

function dateWhen({ on, inDays }: DateReason, today: CalendarDate): string {
  if (inDays === 0) return 'Today.';
  return inDays === 1
    ? `Tomorrow, ${formatDay(on, today)}.`
    : `${formatDay(on, today)}, in ${count(inDays, 'day')}.`;
}
