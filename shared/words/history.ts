import type { FieldDifference } from '../history/differences';
import { formatDay, formatInstant, formatMinutes, formatYearly } from './dates';
import {
  answerLabels,
  askLabels,
  channelLabels,
  conductLabels,
  dateKindLabels,
  exchangeWords,
  gatheringFormatLabels,
  groundChosenByLabels,
  groundLabels,
  initiatedByLabels,
  kindLabels,
  percent,
  pitchLabels,
  promiseStatusLabels,
  purposeLabels,
  ringLabels,
  sideLabels,
  stageLabels,
  standingLabels,
  statusLabels,
} from './labels';
import { capitalised } from './spans';

/** One line of a difference: the field, what it said, what it said then. */
export interface DifferenceWords {
  field: string;
  removed: string[];
  added: string[];
}

/** A difference as it is read; ids become names, and choices the words that the forms have for them. */
export function differenceWords(
  difference: FieldDifference,
  names: ReadonlyMap<string, string>,
): DifferenceWords {
  const { field } = difference;
  const words = (values: readonly unknown[]) => values.map((value) => valueWords(field, value, names));
  return { field: fieldWords(field), removed: words(difference.removed), added: words(difference.added) };
}

const FIELD_WORDS: Record<string, string> = {
  customFields: 'Own fields',
  channels: 'How to reach them',
  inCommon: 'In common',
  idealReferral: 'Whom to send them',
  incumbents: 'Whom they use already',
  circleIds: 'Circles',
  gatheringId: 'Gathering',
  interactionId: 'Made in',
  personId: 'With',
  avatar: 'Picture',
  rhythmDays: 'Wanted rhythm, in days',
  partnerSince: 'Partner since',
  by: 'Promised by',
  what: 'The promise',
  madeOn: 'Made on',
  dueOn: 'Due',
  closedOn: 'Closed on',
  at: 'When',
  participants: 'Who',
  unnamed: 'Forgotten people who took part',
  minutes: 'How long',
  travelMinutes: 'On the way',
  talkShare: 'I talked',
  stageRead: 'Your read',
  theyAsked: 'They asked',
  questionsTheyAsked: 'Questions they asked',
  questionsAsked: 'Questions asked',
  exchanges: 'Given and received',
  followUpReason: 'Reason to follow up',
  groundChosenBy: 'Who chose the place',
  initiatedBy: 'Who began',
  'standing.kind': 'Where you stand',
  'standing.since': 'So since',
  'standing.closingNote': 'Closing note',
  'met.date': 'Met on',
  'met.gatheringId': 'Met at',
  'met.introducedBy': 'Introduced by',
  'pitch.mine': 'I pitched',
  'pitch.theirs': 'They pitched',
  'ask.mine': 'I asked for',
  'ask.theirs': 'They asked for',
  'feedback.heldBack': 'Feedback held back',
  'feedback.given': 'Feedback given',
  'feedback.askedFor': 'Feedback asked for',
};

/** `followUpReason` is "Reason to follow up"; a field that has no words of its own is read as it is written. */
function fieldWords(field: string): string {
  const spaced = (field.split('.').at(-1) ?? field).replace(
    /([A-Z])/g,
    (letter) => ` ${letter.toLowerCase()}`,
  );
  return FIELD_WORDS[field] ?? capitalised(spaced);
}

const CHOICES: Record<string, Record<string, string>> = {
  kind: kindLabels,
  ring: ringLabels,
  purposes: purposeLabels,
  purpose: purposeLabels,
  ground: groundLabels,
  groundChosenBy: groundChosenByLabels,
  initiatedBy: initiatedByLabels,
  stageRead: stageLabels,
  stage: stageLabels,
  format: gatheringFormatLabels,
  by: sideLabels,
  calledOffBy: sideLabels,
  'standing.kind': standingLabels,
  'pitch.mine': pitchLabels,
  'pitch.theirs': pitchLabels,
  'ask.mine': askLabels,
  'ask.theirs': askLabels,
  status: { ...statusLabels, ...promiseStatusLabels },
};

function valueWords(field: string, value: unknown, names: ReadonlyMap<string, string>): string {
  if (typeof value === 'string') return textWords(field, value, names);
  if (typeof value === 'number') {
    if (field === 'talkShare') return percent(value);
    return field.toLowerCase().endsWith('minutes') ? formatMinutes(value) : String(value);
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return isObject(value) ? itemWords(field, value, names) : '';
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const DAY = /^\d{4}-\d\d-\d\d$/;

function textWords(field: string, value: string, names: ReadonlyMap<string, string>): string {
  if (field === 'avatar') return 'a picture';
  const choice = CHOICES[field]?.[value];
  if (choice !== undefined) return choice;
  if (INSTANT.test(value)) return formatInstant(value);
  if (DAY.test(value)) return formatDay(value);
  const name = names.get(value);
  if (name !== undefined) return name;
  return isIdField(field) ? 'Somebody no longer in the journal' : value;
}

function isIdField(field: string): boolean {
  return /(?:Id|Ids|introducedBy)$/.test(field);
}

type Item = Record<string, unknown>;

/** One item of a list in a sentence: "gave advice, Anna Lind: about the lease". */
function itemWords(field: string, item: Item, names: ReadonlyMap<string, string>): string {
  const person = nameOf(item['personId'], names);
  const note = text(item['note']);
  switch (field) {
    case 'participants':
      return joined([person, note]);
    case 'channels':
      return joined([labelOf(channelLabels, item['kind']), text(item['value']), text(item['label'])]);
    case 'dates':
      return joined([
        text(item['label']) ?? labelOf(dateKindLabels, item['kind']),
        formatYearly(text(item['on']) ?? ''),
      ]);
    case 'customFields':
      return joined([text(item['name']), text(item['value'])]);
    case 'exchanges':
      // The schema saw to it that these are an exchange's own words.
      return joined([exchangeWords(item as Parameters<typeof exchangeWords>[0]), person, note]);
    case 'questionsAsked':
      return joined([
        text(item['text']) ?? nameOf(item['questionId'], names),
        labelOf(answerLabels, item['answer']),
        person,
      ]);
    case 'conduct':
      return joined([
        item['who'] === 'me' ? 'you' : (person ?? 'they'),
        labelOf(conductLabels, item['code']),
        note,
      ]);
    case 'watch':
      return joined([
        person,
        item['toldOn'] === undefined ? null : `told ${formatDay(text(item['toldOn']) ?? '')}`,
      ]);
    default:
      return Object.entries(item)
        .map(([key, value]) => `${fieldWords(key)}: ${valueWords(key, value, names)}`)
        .join('; ');
  }
}

function joined(parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join(', ');
}

function labelOf(labels: Readonly<Record<string, string>>, value: unknown): string | null {
  return typeof value === 'string' ? (labels[value] ?? value) : null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function nameOf(id: unknown, names: ReadonlyMap<string, string>): string | null {
  if (typeof id !== 'string') return null;
  return names.get(id) ?? 'somebody no longer in the journal';
}

function isObject(value: unknown): value is Item {
  return typeof value === 'object' && value !== null;
}
