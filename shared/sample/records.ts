import type { Introduction } from '../model/introduction';
import type { Exchange, Interaction, Participant, QuestionAsked } from '../model/interaction';
import { isWritten } from '../model/interaction';
import type { Instant } from '../model/primitives';
import type { PromiseRecord } from '../model/promise';
import { bankQuestionId, questionBank } from '../model/question-bank';
import { addDays, epochMs } from '../model/time';
import type { SampleCalendar } from './calendar';
import type { Directory } from './directory';
import { personName } from './directory';
import { sampleId } from './ids';
import { randomFrom } from './random';
import type { EntryStory, Gift, IntroductionStory } from './story';

/** What every record has. Written down at `at`, last touched at `updatedAt`. */
export function recordOf(key: string, at: Instant, updatedAt: Instant = at) {
  return { id: sampleId(key, at), createdAt: at, updatedAt, rev: `${updatedAt}-0000-sample` };
}

/** The record of an entry and those of the promises made in it. `key` is unique and stays the same. */
export function interactionOf(
  key: string,
  entry: EntryStory,
  main: string,
  calendar: SampleCalendar,
  directory: Directory,
): { interaction: Interaction; promises: PromiseRecord[] } {
  const at = instantOf(key, entry, calendar, directory);
  const answeredAt =
    entry.repliedAfter === undefined ? undefined : calendar.later(at, Math.round(entry.repliedAfter * 60));
  const written = writtenDownAt(key, entry, at, calendar);
  const touched = answeredAt && epochMs(answeredAt) > epochMs(written) ? answeredAt : written;
  const {
    on,
    time,
    with: company,
    gathering,
    repliedAfter,
    asked,
    gave,
    got,
    promises,
    text,
    ...facts
  } = entry;
  const exchanges = [
    ...(gave ?? []).map((gift) => exchangeOf(gift, 'given', directory)),
    ...(got ?? []).map((gift) => exchangeOf(gift, 'received', directory)),
  ];
  const participants = (company ?? [main]).map((who) => participantOf(who, directory));
  const interaction: Interaction = {
    ...recordOf(`entry ${key}`, written, touched),
    status: 'held',
    at,
    ...facts,
    participants,
    ...(gathering && { gatheringId: directory.gathering(gathering).id }),
    ...(answeredAt && { answered: true, answeredAt }),
    ...(asked && { questionsAsked: asked.map(questionOf) }),
    ...(exchanges.length > 0 && { exchanges }),
    ...(text && { notes: withMentions(text, directory) }),
  };
  const made = (promises ?? []).map((promise, index): PromiseRecord => {
    const madeAt = writtenDownAt(key, entry, at, calendar);
    const closedOn = promise.closed ? calendar.dateOf(promise.closed) : undefined;
    return {
      ...recordOf(`promise ${key} ${index}`, madeAt, closedOn ? calendar.instant(closedOn, '18:05') : madeAt),
      personId: promise.who ? directory.id(promise.who) : (participants[0]?.personId ?? ''),
      interactionId: interaction.id,
      by: promise.by,
      what: promise.what,
      madeOn: at.slice(0, 10),
      ...(promise.due && { dueOn: calendar.dateOf(promise.due) }),
      status: promise.became ?? 'open',
      ...(closedOn && { closedOn }),
    };
  });
  return { interaction, promises: made };
}

export function introductionOf(
  key: string,
  story: IntroductionStory,
  calendar: SampleCalendar,
  directory: Directory,
): Introduction {
  const { on, by, a, b, ...facts } = story;
  const at = calendar.instant(calendar.dateOf(on), '17:40');
  const personOrMe = (who: string): string => (who === 'me' ? 'me' : directory.id(who));
  return {
    ...recordOf(`introduction ${key}`, at),
    by: personOrMe(by),
    a: personOrMe(a),
    b: personOrMe(b),
    at,
    ...facts,
  };
}

/** `{walter}` becomes a link to Walter. */
export function withMentions(text: string, directory: Directory): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, key: string) => {
    return `[@${personName(key, directory)}](rapport://person/${directory.id(key)})`;
  });
}

function instantOf(key: string, entry: EntryStory, calendar: SampleCalendar, directory: Directory): Instant {
  const date = entry.on
    ? calendar.dateOf(entry.on)
    : entry.gathering
      ? directory.gathering(entry.gathering).date
      : undefined;
  if (!date) throw new Error(`Entry ${key} says neither when nor at which gathering it was.`);
  const gathered = entry.gathering ? directory.gathering(entry.gathering) : undefined;
  if (gathered?.date === date && entry.time === undefined) {
    const spread = entry.ground === 'online' ? 0 : randomFrom(`round ${key}`).int(0, 12) * 5;
    return calendar.later(calendar.instant(date, gathered.time), spread);
  }
  return calendar.instant(date, entry.time ?? suitableTime(key, entry));
}

const HOURS: Partial<Record<EntryStory['kind'], [from: number, to: number]>> = {
  meal: [12, 13],
  coffee: [9, 16],
  email: [8, 18],
  message: [8, 20],
  social: [7, 20],
  letter: [9, 10],
  other: [9, 10],
};

function suitableTime(key: string, entry: EntryStory): string {
  const random = randomFrom(`time ${key}`);
  const [from, to] = HOURS[entry.kind] ?? [9, 17];
  const minute = isWritten(entry.kind) ? random.int(0, 59) : random.pick([0, 0, 15, 30, 30, 45]);
  return `${String(random.int(from, to)).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** A while after it happened, on the same day; a plan some days before, and not later than yesterday. */
function writtenDownAt(key: string, entry: EntryStory, at: Instant, calendar: SampleCalendar): Instant {
  const random = randomFrom(`written ${key}`);
  const date = at.slice(0, 10);
  if (entry.status === 'planned' && date >= calendar.today) {
    return calendar.instant(addDays(calendar.today, -random.int(1, 6)), `1${random.int(0, 8)}:20`);
  }
  const later = calendar.later(at, (entry.minutes ?? 0) + random.int(2, 70));
  return later.slice(0, 10) === date ? later : calendar.instant(date, '23:50');
}

function exchangeOf(gift: Gift, direction: Exchange['direction'], directory: Directory): Exchange {
  return {
    ...(gift.who && { personId: directory.id(gift.who) }),
    direction,
    kind: gift.kind,
    size: gift.size,
    ...(gift.note && { note: withMentions(gift.note, directory) }),
    ...(gift.about && { aboutPersonId: directory.id(gift.about) }),
  };
}

function participantOf(who: NonNullable<EntryStory['with']>[number], directory: Directory): Participant {
  if (typeof who === 'string') return { personId: directory.id(who) };
  const { who: key, note, ...own } = who;
  return { personId: directory.id(key), ...own, ...(note && { note: withMentions(note, directory) }) };
}

function questionOf([question, answer]: [string, QuestionAsked['answer']]): QuestionAsked {
  const known = questionBank.find(({ key }) => key === question);
  return {
    ...(known ? { questionId: bankQuestionId(known.number) } : { text: question }),
    ...(answer && { answer }),
  };
}
