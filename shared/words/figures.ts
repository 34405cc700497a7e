import type { Usual } from '../insight/norms-in-use';
import type { Balance, Rhythm } from '../insight/types';
import type { CalendarDate } from '../model/primitives';
import { assertNever } from '../assert-never';
import { partWords, percent, rhythmStateLabels, ringLabels } from './labels';
import { originWords } from './norms';
import { count, daysAgo, everyDays, factorWords, listWords, monthWords, weeksWords } from './spans';

/** A figure as the head of a page shows it: the finding, and the numbers behind it. */
export interface Figure {
  headline: string;
  detail: string;
}

/** `every 24 days` / `last 31 days ago: due`. */
export function rhythmFigure(rhythm: Rhythm): Figure {
  const last = rhythm.gapDays === null ? 'no contact yet' : `last ${daysAgo(rhythm.gapDays)}`;
  if (rhythm.state === 'quiet') return { headline: rhythmStateLabels['quiet'].toLowerCase(), detail: last };
  const headline = everyDays(rhythm.expectedDays);
  return {
    headline,
    detail: rhythm.gapDays === null ? last : `${last}: ${rhythmStateLabels[rhythm.state].toLowerCase()}`,
  };
}

/** Where the expected days come from. */
export function rhythmReason(rhythm: Rhythm, usual: Usual, today: CalendarDate): string {
  const { source } = rhythm;
  const every = everyDays(rhythm.expectedDays);
  switch (source.kind) {
    case 'ownSetting':
      return `You set it: ${every}.`;
    case 'median':
      return `Your own rhythm: the middle of your last ${source.gaps.length} gaps (${listWords(source.gaps.map(String))} days).`;
    case 'ring':
      return `Your ${ringLabels[source.ring].toLowerCase()}: ${every} (${originWords(usual, `rhythm.ring.${source.ring}`)}), until you two have a rhythm of your own.`;
    case 'newPerson':
      return `Somebody new (met in ${monthWords(source.metOn, today)}): ${every} (${originWords(usual, 'rhythm.newPerson')}) in the first ${weeksWords(usual.norms.rhythm.newFor)}, when it shows whether a tie will last.`;
    case 'default':
      return `No rhythm of your own yet: ${every} (${originWords(usual, 'rhythm.otherwise')}), unless you set one.`;
    default:
      return assertNever(source);
  }
}

/** What the state means, with the bounds it was decided by. */
export function rhythmMeaning(rhythm: Rhythm, { norms }: Usual): string {
  const e = rhythm.expectedDays;
  switch (rhythm.state) {
    case 'quiet':
      return 'You left them in peace: no nudges, whatever the gap.';
    case 'never':
      return 'Nothing has gone both ways yet.';
    case 'onRhythm':
      return `${gapWords(rhythm)}, within your rhythm.`;
    case 'due':
      return `${gapWords(rhythm)}: past ${Math.round(e)}, so it is due.`;
    case 'slipping':
      return `${gapWords(rhythm)}: more than ${factorWords(norms.rhythm.dueUpTo)} the usual ${Math.round(e)}.`;
    case 'drifting':
      return `${gapWords(rhythm)}: more than ${factorWords(norms.rhythm.slippingUpTo)} the usual ${Math.round(e)}.`;
    case 'dormant':
      return `${gapWords(rhythm)}. Dormant is not dead: old ties advise as well as current ones, and people are glad to hear from you.`;
    default:
      return assertNever(rhythm.state);
  }
}

function gapWords(rhythm: Rhythm): string {
  return `${count(rhythm.gapDays ?? 0, 'day')} since you were last in touch`;
}

/** `even` / `17 given, 10 received`. */
export function balanceFigure(balance: Balance): Figure {
  const detail =
    balance.exchanges === 0
      ? `nothing noted ${within(balance.days)}`
      : `${balance.given} given, ${balance.received} received`;
  if (balance.exchange.kind === 'tooEarly') return { headline: 'too early to say', detail };
  const headline = { even: 'even', giveMore: 'you give more', receiveMore: 'you receive more' }[
    balance.exchange.verdict
  ];
  return { headline, detail };
}

/** How the balance was counted, and what it does not say. */
export function balanceReason(balance: Balance, usual: Usual): string {
  const counted = `${count(balance.exchanges, 'exchange')} ${within(balance.days)}, each small (1), solid (2) or big (3).`;
  if (balance.exchange.kind === 'tooEarly') {
    return `${counted} It takes ${balance.exchange.need} to say anything.`;
  }
  if (balance.mentor) return `${counted} They mentor you, so a lean is shown, never flagged.`;
  const lean =
    balance.exchange.verdict === 'even'
      ? `Neither side is more than ${partWords(usual.norms.balance.evenLean)} ahead (${originWords(usual, 'balance.evenLean')}).`
      : `One side is ${percent(Math.abs(balance.exchange.lean))} of all of it ahead.`;
  return `${counted} ${lean}`;
}

function within(days: number): string {
  return days === 365 ? 'in the last year' : `in the last ${count(days, 'day')}`;
}

/** `47% of the talking` / `over 12 talks`. */
export function airtimeFigure(airtime: Balance['airtime']): Figure {
  if (airtime.kind === 'tooEarly') {
    return {
      headline: 'too early to say',
      detail: `${airtime.have} of ${count(airtime.need, 'talk')} noted`,
    };
  }
  const detail = `over ${count(airtime.contacts, 'talk')}`;
  return { headline: `you talk ${percent(airtime.talkShare)}`, detail };
}

export function airtimeReason(airtime: Balance['airtime'], usual: Usual): string {
  const { talkLittle, talkALot } = usual.norms.balance;
  const from = originWords(usual, 'balance.talkLittle', 'balance.talkALot');
  const rule = `Longer talks weigh more. Between ${percent(talkLittle)} and ${percent(talkALot)} (${from}) you take turns, and taking turns builds liking.`;
  if (airtime.kind === 'tooEarly')
    return `It takes ${count(airtime.need, 'talk')} with a talk share to say. ${rule}`;
  if (airtime.flag === 'talkALot') return `You have the floor most of the time. ${rule}`;
  if (airtime.flag === 'talkLittle') return `They have the floor most of the time. ${rule}`;
  return rule;
}

/** `you start 60%` / `of 12 first moves`. */
export function initiativeFigure(initiative: Balance['initiative']): Figure {
  if (initiative.kind === 'tooEarly') {
    return {
      headline: 'too early to say',
      detail: `${initiative.have} of ${count(initiative.need, 'first move')} noted`,
    };
  }
  return {
    headline: `you start ${percent(initiative.share)}`,
    detail: `of ${count(initiative.interactions, 'first move')}`,
  };
}

export function initiativeReason(initiative: Balance['initiative'], usual: Usual): string {
  const { mostlyMe, mostlyThem } = usual.norms.balance;
  const rule = 'Entries that say who got in touch, answered or not; one that both wanted counts half.';
  if (initiative.kind === 'tooEarly') return `It takes ${initiative.need} of them to say. ${rule}`;
  if (initiative.flag === 'mostlyMe')
    return `Most first moves are yours: more than ${percent(mostlyMe)} (${originWords(usual, 'balance.mostlyMe')}). ${rule}`;
  if (initiative.flag === 'mostlyThem')
    return `Most first moves are theirs: yours are below ${percent(mostlyThem)} (${originWords(usual, 'balance.mostlyThem')}). ${rule}`;
  return rule;
}
