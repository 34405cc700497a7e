import type { BriefPerson } from '../shared/contract/meetings';
import type { EntryView } from '../shared/contract/common';
import type { PersonPage } from '../shared/contract/people';
import { type Person, standingAsOf } from '../shared/model/person';
import type { CalendarDate } from '../shared/model/primitives';
import { dateOf } from '../shared/model/time';
import { plainText } from '../shared/plain-text';
import { formatDay, formatInstant } from '../shared/words/dates';
import { briefFacts } from '../shared/words/brief';
import { entryChips, entryHeadline } from '../shared/words/entry';
import { balanceFigure, rhythmFigure, rhythmMeaning, rhythmReason } from '../shared/words/figures';
import {
  holdsTitle,
  loweredSentence,
  missingTitle,
  readAboveEvidence,
  readComparison,
  requirementSentence,
  setbackSentence,
} from '../shared/words/insight';
import { channelLabels, evidenceStageLabels, kindLabels, standingLabels } from '../shared/words/labels';
import { owedWords, unansweredWords } from '../shared/words/replies';
import { listWords as inSentence } from '../shared/words/spans';
import { bullets, columns, paragraphs } from './layout';

export interface ShownPerson {
  today: CalendarDate;
  page: PersonPage;
  brief: BriefPerson;
  /** The last ones, newest first. */
  entries: EntryView[];
}

const WORDS_SHOWN = 400;

/** Those who answer to a name, one a line. */
export function listWords(people: readonly Person[]): string {
  return paragraphs([columns(people.map((person) => [person.name, workWords(person)]))]);
}

/** A person for a reader. */
export function personWords(shown: ShownPerson): string {
  return paragraphs([
    whoLines(shown),
    stageLines(shown),
    rhythmLines(shown),
    ...owedLines(shown),
    ...shown.entries.map((entry, index) => [
      ...(index === 0 ? [entriesTitle(shown)] : []),
      ...entryLines(entry, shown),
    ]),
  ]);
}

/** The same for scripts. Sentences are those of the app; figures stand beside them. */
export function personJson(shown: ShownPerson): string {
  const { page, today, entries } = shown;
  const { stage, rhythm, balance, replies } = page;
  const document = {
    format: 'rapport-person',
    version: 1,
    asOf: today,
    person: page.person,
    standing: standingAsOf(page.person, today),
    circles: page.circles.map(({ name }) => name),
    introducedBy: page.introducers.map(({ name }) => name),
    stage: {
      evidence: stage.evidence,
      earned: stage.earned,
      read: stage.read?.stage ?? null,
      met: stage.met.map(requirementSentence),
      missing: stage.missing.map(requirementSentence),
      setbacks: stage.setbacks.map((setback) => setbackSentence(setback, today)),
      lowered: loweredSentence(stage),
    },
    rhythm: {
      state: rhythm.state,
      gapDays: rhythm.gapDays,
      expectedDays: rhythm.expectedDays,
      lastContactOn: rhythm.lastContact?.on ?? null,
      reason: rhythmReason(rhythm, page.usual, today),
      meaning: rhythmMeaning(rhythm, page.usual),
    },
    balance: { days: balance.days, given: balance.given, received: balance.received },
    owed: page.owed.map(({ promise, overdueDays }) => {
      const { id, by, what, madeOn, dueOn = null } = promise;
      return { id, by, what, madeOn, dueOn, overdueDays };
    }),
    replies: { owed: waitingOf(replies.owed), unanswered: waitingOf(replies.unanswered) },
    nextMeeting: page.nextMeeting,
    nextStep: page.nextStep,
    entries: page.entries,
    lastEntries: entries.map((entry) => entryJson(entry, shown)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function waitingOf(waiting: PersonPage['replies']['owed']) {
  return waiting && { count: waiting.count, since: waiting.since, days: waiting.days };
}

function entryJson({ interaction, people, gathering, promises }: EntryView, { today, page }: ShownPerson) {
  return {
    id: interaction.id,
    at: interaction.at,
    kind: interaction.kind,
    status: interaction.status,
    people: people.map(({ name }) => name),
    gathering: gathering?.name ?? null,
    facts: entryChips(interaction, promises, today, page.person.id).map(({ text }) => text),
    notes: interaction.notes ?? null,
  };
}

function whoLines({ page, today }: ShownPerson): string[] {
  const { person, circles, metAt, introducers } = page;
  const standing = standingAsOf(person, today);
  const met = [
    person.met?.date === undefined ? '' : `on ${formatDay(person.met.date, today)}`,
    metAt === null ? '' : `at ${metAt.name}`,
  ].filter((part) => part !== '');
  const facts: (readonly [string, string | undefined])[] = [
    ['', workWords(person)],
    ['', person.headline],
    ['', standing === 'active' ? undefined : standingLabels[standing]],
    ['Also', [person.nickname, person.pronouns].filter(Boolean).join(', ')],
    ['Where', person.location],
    ...(person.channels ?? []).map(({ kind, value }) => [channelLabels[kind], value] as const),
    ['Met', met.join(' ')],
    ['Introduced by', inSentence(introducers.map(({ name }) => name))],
    ['Circles', circles.map(({ name }) => name).join(', ')],
    ['Tags', person.tags?.join(', ')],
  ];
  const lines = facts.flatMap(([label, text]) => {
    if (text === undefined || text === '') return [];
    return [`  ${label === '' ? '' : `${label}: `}${text}`];
  });
  return [person.name, ...lines];
}

function workWords({ role, organisation }: Person): string {
  return [role, organisation].filter((part) => part !== undefined).join(', ');
}

function stageLines({ page: { stage }, today }: ShownPerson): string[] {
  const missing = missingTitle(stage);
  const above = readAboveEvidence(stage);
  const lowered = loweredSentence(stage);
  return [
    `Stage: ${evidenceStageLabels[stage.evidence]} (${readComparison(stage)})`,
    ...(stage.met.length > 0
      ? [`  ${holdsTitle(stage)}:`, ...bullets(stage.met.map(requirementSentence), '  +')]
      : []),
    ...(missing === null ? [] : [`  ${missing}:`, ...bullets(stage.missing.map(requirementSentence), '  -')]),
    ...(stage.setbacks.length === 0 ? [] : ['  What came between you:']),
    ...bullets(
      stage.setbacks.map((setback) => setbackSentence(setback, today)),
      '  !',
    ),
    ...[lowered, above].flatMap((sentence) => (sentence === null ? [] : [`  ${sentence}`])),
  ];
}

function rhythmLines({ page: { rhythm, balance, usual }, today }: ShownPerson): string[] {
  const figure = rhythmFigure(rhythm);
  const give = balanceFigure(balance);
  return [
    `Rhythm: ${figure.headline}, ${figure.detail}`,
    `  ${rhythmMeaning(rhythm, usual)}`,
    `  ${rhythmReason(rhythm, usual, today)}`,
    `Give and take: ${give.headline} (${give.detail})`,
  ];
}

/** Promises and replies, both ways; what they look for, and what is in common. */
function owedLines({ page, brief, today }: ShownPerson): string[][] {
  const facts = briefFacts({ ...brief, last: null }, today).filter(({ label }) => label !== 'Last said');
  const { owed, unanswered } = page.replies;
  const replies = [owed && owedWords(owed), unanswered && unansweredWords(unanswered)];
  const { nextMeeting, nextStep } = page;
  const ahead = [
    nextMeeting && `Next: ${kindLabels[nextMeeting.kind]}, ${formatInstant(nextMeeting.at, today)}`,
    nextStep && `Next step: ${nextStep.text} (noted ${formatDay(nextStep.on, today)})`,
  ];
  return [
    ...facts.map(({ label, items }) => [
      `${label}:`,
      ...bullets(items.map(({ text, aside }) => (aside === undefined ? text : `${text} (${aside})`))),
    ]),
    [...replies, ...ahead].filter((line) => line !== null),
  ];
}

function entriesTitle({ page, entries }: ShownPerson): string {
  return entries.length < page.entries
    ? `The last ${entries.length} of ${page.entries} entries:`
    : 'All entries:';
}

function entryLines(
  { interaction, gathering, promises, people }: EntryView,
  { page, today }: ShownPerson,
): string[] {
  const headline = entryHeadline(interaction, gathering?.name ?? null);
  const others = people.filter(({ id }) => id !== page.person.id).map(({ name }) => name);
  const chips = entryChips(interaction, promises, today, page.person.id).map(({ text }) => text);
  const notes = plainText(interaction.notes ?? '').trim();
  return [
    `  ${formatDay(dateOf(interaction.at), today)}: ${[headline.what, headline.rest].filter(Boolean).join(' ')}`,
    ...(others.length === 0 ? [] : [`    with ${inSentence(others)}`]),
    ...(chips.length === 0 ? [] : [`    ${chips.join(' · ')}`]),
    ...(notes === ''
      ? []
      : [`    ${notes.length > WORDS_SHOWN ? `${notes.slice(0, WORDS_SHOWN)} …` : notes}`]),
  ];
}
