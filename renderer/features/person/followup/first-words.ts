import type { PersonPage, TimelineItem } from '../../../../shared/contract/people';
import type { Interaction } from '../../../../shared/model/interaction';
import type { CalendarDate } from '../../../../shared/model/primitives';
import { exchangeNames, kindLabels } from '../../../../shared/words/labels';
import { listWords, monthWords, spanWords } from '../../../../shared/words/spans';
import type { FollowUpAim } from './overlay';

/** What a draft begins with: only what both sides know, in words that the user goes on from. */
export function firstWords(
  aim: FollowUpAim,
  page: PersonPage,
  items: readonly TimelineItem[],
  today: CalendarDate,
): string {
  const entries = items.flatMap((item) => (item.kind === 'entry' ? [item.entry.interaction] : []));
  const lines = {
    followUp: () => followUp(page, entries),
    reconnect: () => reconnect(page, entries, today),
    thanks: () => thanks(page, entries),
  }[aim]();
  return `${[`Dear ${calledBy(page)},`, '', ...lines].join('\n')}\n`;
}

function calledBy({ person }: PersonPage): string {
  return person.nickname ?? person.name.split(' ')[0] ?? person.name;
}

/** The reason agreed on the spot, the next step, and what was promised. */
function followUp({ nextStep, owed }: PersonPage, entries: readonly Interaction[]): string[] {
  const reason = entries.find(({ followUpReason }) => followUpReason !== undefined)?.followUpReason;
  const mine = owed.filter(({ promise }) => promise.by === 'me').map(({ promise }) => promise.what);
  return [
    ...(reason === undefined ? [] : [reason, '']),
    ...(nextStep === null || nextStep.text === reason
      ? []
      : [`What we said we would do next: ${nextStep.text}`, '']),
    ...(mine.length === 0 ? [] : ['What I promised:', ...mine.map((what) => `- ${what}`), '']),
  ];
}

/** When and how the two were last in touch, and what the other was looking for then. */
function reconnect(page: PersonPage, entries: readonly Interaction[], today: CalendarDate): string[] {
  const { lastContact, gapDays } = page.rhythm;
  const last = entries.find(({ id }) => id === lastContact?.interactionId);
  const since =
    last && lastContact
      ? ` since our ${kindLabels[last.kind].toLowerCase()} in ${monthWords(lastContact.on, today)}`
      : '';
  const need = page.person.needs?.[0];
  return [
    gapDays === null
      ? 'You came to mind today.'
      : `It is ${spanWords(gapDays)}${since}, and you came to mind today.`,
    '',
    ...(need === undefined
      ? []
      : [`When we last spoke you were looking for this: ${need}. How did it go?`, '']),
    'How have you been?',
    '',
  ];
}

/** What they gave, by name. */
function thanks({ person }: PersonPage, entries: readonly Interaction[]): string[] {
  const gifts = giftsOf(person.id, entries);
  return [
    gifts === null ? 'Thank you for your time, and for the talks we had.' : `Thank you for the ${gifts}.`,
    '',
    'I wish you well in what you do.',
    '',
  ];
}

/** What was received from a person, each kind once, the latest first: `introduction and advice`. Null for nothing. */
export function giftsOf(personId: string, entries: readonly Interaction[]): string | null {
  const kinds = entries.flatMap(({ exchanges = [] }) =>
    exchanges
      .filter((one) => one.direction === 'received' && (one.personId ?? personId) === personId)
      .map(({ kind }) => exchangeNames[kind]),
  );
  return kinds.length === 0 ? null : listWords([...new Set(kinds)]);
}
