import type { BriefPerson, MeetingBrief, MeetingPerson } from '../contract/meetings';
import type { PlannedMeeting, PlannedOutcome } from '../insight/planned';
import type { CalendarDate, Id } from '../model/primitives';
import { dateOf } from '../model/time';
import { formatClock, formatDay, formatDayLong, formatMinutes } from './dates';
import { entryHeadline } from './entry';
import { missingTitle, requirementSentence } from './insight';
import { evidenceStageLabels } from './labels';
import { count, listWords } from './spans';

/** A thing to know of somebody before seeing them: the screen and the copied text are both made from these. */
export interface BriefFact {
  label: string;
  items: BriefItem[];
}

export interface BriefItem {
  text: string;
  /** A day or a count beside it. */
  aside?: string;
  /** In the user's own words. */
  own?: boolean;
  /** What it comes from. */
  from?: { kind: 'interaction' | 'promise'; id: Id };
}

/** What is worth knowing of anybody: last said, owed both ways, what they look for, what is in common. */
export function briefFacts(person: BriefPerson, today: CalendarDate): BriefFact[] {
  return withItems([
    lastSaid(person, today),
    ...owedFacts(person, today),
    needsFact(person),
    commonFact(person),
  ]);
}

/** The same before a meeting of few, in the order in which one needs it. */
export function meetingFacts(person: MeetingPerson, today: CalendarDate): BriefFact[] {
  return withItems([
    { label: 'Who', items: whoItems(person) },
    lastSaid(person, today),
    { label: 'Agreed then', items: agreedItems(person) },
    ...owedFacts(person, today),
    { label: 'Stage', items: stageItems(person) },
    needsFact(person),
    { label: 'Worth asking', items: person.worthAsking.map((text) => ({ text })) },
    commonFact(person),
    { label: 'Already uses', items: listed(person.incumbents) },
    {
      label: 'Held back, until they ask',
      items: person.heldBack.map(({ words, on, interactionId }) => ({
        text: words,
        own: true,
        aside: formatDay(on, today),
        from: { kind: 'interaction', id: interactionId },
      })),
    },
    { label: 'Earlier meetings', items: calledOffItems(person, today) },
  ]);
}

/** "Coffee, 60 minutes at Nero": what it is, and where. */
export function meetingTitle({ entry, people }: MeetingBrief): string {
  const names = people.map(({ name }) => name);
  const what = entryHeadline(entry.interaction, entry.gathering?.name ?? null).what;
  return names.length === 0 ? what : `${what} with ${listWords(names)}`;
}

/** "Saturday, 28 November 2026, 11:00 · Langdale Wools, Skipton · 45 min on the way" */
export function meetingWhere({ entry: { interaction } }: MeetingBrief): string {
  const { at, place, travelMinutes } = interaction;
  const parts = [`${formatDayLong(dateOf(at))}, ${formatClock(at)}`, place];
  if (travelMinutes !== undefined) parts.push(`${formatMinutes(travelMinutes)} on the way`);
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** "1 reminder sent"; nothing where there was none. */
export function reminderWords(sent: number | undefined): string {
  return sent === undefined || sent === 0 ? '' : `${count(sent, 'reminder')} sent`;
}

/** The brief as plain text, to be pasted or printed anywhere. */
export function briefText(brief: MeetingBrief, today: CalendarDate): string {
  const { nextStep, remindersSent } = brief.entry.interaction;
  const head = [
    meetingTitle(brief),
    meetingWhere(brief),
    nextStep === undefined ? '' : `For it: ${nextStep}`,
    reminderWords(remindersSent),
    brief.apart.length === 0
      ? ''
      : `Keep a polite distance from ${listWords(brief.apart.map(({ name }) => name))}.`,
  ].filter((line) => line !== '');
  return [head.join('\n'), ...brief.people.map((person) => personText(person, today))].join('\n\n');
}

function personText(person: MeetingPerson, today: CalendarDate): string {
  const lines = meetingFacts(person, today).flatMap(({ label, items }) => [
    `${label}:`,
    ...items.map(({ text, aside }) => `- ${text}${aside === undefined ? '' : ` (${aside})`}`),
  ]);
  return [person.name, ...lines].join('\n');
}

function withItems(facts: readonly BriefFact[]): BriefFact[] {
  return facts.filter(({ items }) => items.length > 0);
}

function listed(texts: readonly string[]): BriefItem[] {
  return texts.length === 0 ? [] : [{ text: texts.join(', ') }];
}

function lastSaid({ last }: BriefPerson, today: CalendarDate): BriefFact {
  const from = last && { kind: 'interaction' as const, id: last.id };
  const item: BriefItem =
    last && from
      ? {
          text: last.words === '' ? 'No words were noted.' : last.words,
          own: last.words !== '',
          aside: formatDay(last.on, today),
          from,
        }
      : { text: 'Nothing written down yet' };
  return { label: 'Last said', items: [item] };
}

function owedFacts({ owed }: BriefPerson, today: CalendarDate): BriefFact[] {
  const items = (side: 'me' | 'them'): BriefItem[] =>
    owed
      .filter(({ by }) => by === side)
      .map(({ id, what, dueOn }) => ({
        text: what,
        own: true,
        from: { kind: 'promise', id },
        ...(dueOn === undefined ? {} : { aside: dueWords(dueOn, today) }),
      }));
  return [
    { label: 'You owe', items: items('me') },
    { label: 'They owe', items: items('them') },
  ];
}

function dueWords(dueOn: CalendarDate, today: CalendarDate): string {
  return `${dueOn < today ? 'was due' : 'due'} ${formatDay(dueOn, today)}`;
}

function needsFact({ needs }: BriefPerson): BriefFact {
  return { label: 'Looks for', items: listed(needs) };
}

function commonFact({ inCommon }: BriefPerson): BriefFact {
  return { label: 'In common', items: listed(inCommon) };
}

function whoItems({ role, organisation, headline, introducers }: MeetingPerson): BriefItem[] {
  const work = [role, organisation].filter((part) => part !== null && part !== undefined).join(', ');
  const by =
    introducers.length === 0 ? '' : `Introduced by ${listWords(introducers.map(({ name }) => name))}`;
  return [work, headline ?? '', by].filter((text) => text !== '').map((text) => ({ text }));
}

function agreedItems({ nextStep, followUpReason }: MeetingPerson): BriefItem[] {
  return [nextStep, followUpReason].filter((text) => text !== null).map((text) => ({ text, own: true }));
}

function stageItems({ stage }: MeetingPerson): BriefItem[] {
  const next = missingTitle(stage);
  const missing = stage.missing.map((requirement) => ({ text: requirementSentence(requirement) }));
  const label = evidenceStageLabels[stage.evidence];
  const is: BriefItem = { text: stage.evidence === 'none' ? label : `Stands at ${label}` };
  return [next === null ? is : { ...is, aside: `${next}:` }, ...missing];
}

const OUTCOMES: Record<Exclude<PlannedOutcome, 'held'>, string> = {
  cancelledByThem: 'Called off by them',
  cancelledByMe: 'Called off by you',
  cancelled: 'Called off',
  noShow: 'Somebody did not come',
};

/** What was called off before, by whom: only where something was. */
function calledOffItems({ calledOff, meetings }: MeetingPerson, today: CalendarDate): BriefItem[] {
  if (calledOff.length === 0) return [];
  return [
    { text: `${calledOff.length} of ${count(meetings, 'meeting')} did not take place` },
    ...calledOff.map((one) => calledOffItem(one, today)),
  ];
}

function calledOffItem({ outcome, on, reminders, ref }: PlannedMeeting, today: CalendarDate): BriefItem {
  const reminded = reminderWords(reminders);
  return {
    text: outcome === 'held' ? '' : `${OUTCOMES[outcome]}${reminded === '' ? '' : `, ${reminded}`}`,
    aside: formatDay(on, today),
    from: { kind: 'interaction', id: ref.id },
  };
}
