import { concerns, type Conduct, type Interaction, isWritten, participantOf } from '../model/interaction';
import type { CalendarDate, Id } from '../model/primitives';
import type { PromiseRecord } from '../model/promise';
import { epochMs } from '../model/time';
import { formatDay } from './dates';
import { askLabels, conductLabels, exchangeWords, kindLabels, percent, stageLabels } from './labels';
import { count } from './spans';

/** The first line of an entry: what it was, and beside it where and who asked. */
export interface Headline {
  /** `Coffee, 50 minutes` */
  what: string;
  /** `at Nero, level ground · you asked` */
  rest: string;
}

export type ChipTone = 'plain' | 'given' | 'received' | 'good' | 'warn' | 'read';

/** One fact of an entry, in words. */
export interface EntryChip {
  text: string;
  tone: ChipTone;
  /** More of it, for a tooltip: the note of an exchange, what was promised. */
  more?: string;
}

/** The first line of an entry in words. `gathering` is the name of the gathering that it belongs to. */
export function entryHeadline(entry: Interaction, gathering: string | null = null): Headline {
  // Of a gathering the name says more than "At a gathering".
  const named = entry.kind === 'gathering' ? gathering : null;
  const kind = named ?? kindLabels[entry.kind];
  const minutes = entry.minutes ? `, ${minuteWords(entry.minutes)}` : '';
  const where = [placeWords(entry, named ? null : gathering), groundWords(entry)]
    .filter((part) => part !== '')
    .join(', ');
  const rest = [where, startWords(entry), statusWords(entry)].filter((part) => part !== '').join(' · ');
  return { what: `${kind}${minutes}`, rest };
}

/** `50 minutes`, `80 minutes`, `2 hours 30`. */
function minuteWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0 || (hours === 1 && rest > 0)) return count(minutes, 'minute');
  return rest === 0 ? count(hours, 'hour') : `${count(hours, 'hour')} ${rest}`;
}

function placeWords(entry: Interaction, gathering: string | null): string {
  const place = entry.place ? `at ${entry.place}` : '';
  if (!gathering) return place;
  return place === '' ? `at ${gathering}` : `at ${gathering}, ${entry.place ?? ''}`;
}

function groundWords(entry: Interaction): string {
  // A call is online or nowhere: saying so would say nothing.
  if (!entry.ground || isWritten(entry.kind) || entry.kind === 'call') return '';
  const ground = { mine: 'your ground', theirs: 'their ground', neutral: 'level ground', online: 'online' };
  return entry.kind === 'video' && entry.ground === 'online' ? '' : ground[entry.ground];
}

/** Who made the first move and, of written words and calls, what came back. */
function startWords(entry: Interaction): string {
  if (isWritten(entry.kind)) return writtenWords(entry);
  if (entry.kind === 'call') return callWords(entry);
  if (!entry.initiatedBy) return '';
  return { me: 'you asked', them: 'they asked', both: 'you both wanted it' }[entry.initiatedBy];
}

function callWords(entry: Interaction): string {
  const who = entry.initiatedBy
    ? { me: 'you called', them: 'they called', both: 'arranged together' }[entry.initiatedBy]
    : '';
  return entry.answered === false ? [who, 'no answer'].filter((part) => part !== '').join(', ') : who;
}

function writtenWords(entry: Interaction): string {
  const [writer, reader] = entry.initiatedBy === 'them' ? ['they', 'you'] : ['you', 'they'];
  const wrote = entry.initiatedBy === 'me' || entry.initiatedBy === 'them' ? `${writer} wrote` : '';
  const reply = replyWords(entry, reader);
  return [wrote, reply].filter((part) => part !== '').join(', ');
}

function replyWords(entry: Interaction, reader: string): string {
  if (entry.answered === false) return 'no reply';
  if (entry.answered !== true) return '';
  const after = entry.answeredAt ? delayWords(epochMs(entry.answeredAt) - epochMs(entry.at)) : '';
  return `${reader} answered${after}`;
}

function delayWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes <= 0) return '';
  if (minutes < 60) return ` in ${count(minutes, 'minute')}`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? ` in ${count(hours, 'hour')}` : ` in ${count(Math.round(hours / 24), 'day')}`;
}

function statusWords(entry: Interaction): string {
  const off = entry.calledOffBy === 'me' ? ' by you' : entry.calledOffBy === 'them' ? ' by them' : '';
  switch (entry.status) {
    case 'held':
      return '';
    case 'planned':
      return 'planned';
    case 'cancelled':
      return `cancelled${off}`;
    case 'noShow':
      return entry.calledOffBy === 'me' ? 'you did not come' : 'they did not come';
  }
}

/**
 * The facts of an entry as chips, what was exchanged first. With `personId` those that concern this person, and their
 * own ease, openness and talk where they have them.
 */
export function entryChips(
  entry: Interaction,
  promises: readonly PromiseRecord[],
  today: CalendarDate,
  personId?: Id,
): EntryChip[] {
  const mine = <T extends { personId?: Id | undefined }>(list: readonly T[] | undefined): T[] =>
    (list ?? []).filter((item) => personId === undefined || concerns(item, personId));
  return [
    ...mine(entry.exchanges).map((exchange) =>
      chip(exchangeWords(exchange), exchange.direction, exchange.note),
    ),
    ...figureChips(entry, personId),
    ...mine(entry.pitch ? [entry.pitch] : []).flatMap(pitchChips),
    ...mine(entry.ask ? [entry.ask] : []).flatMap(askChips),
    ...mine(entry.conduct).map(conductChip),
    ...feedbackChips(entry),
    ...promises
      .filter((promise) => personId === undefined || promise.personId === personId)
      .map((promise) => promiseChip(promise, today)),
    ...(entry.repaired ? [chip('put right', 'good')] : []),
    ...(entry.stageRead ? [chip(`your read: ${stageLabels[entry.stageRead]}`, 'read')] : []),
  ];
}

function chip(text: string, tone: ChipTone = 'plain', more?: string): EntryChip {
  return more === undefined || more === '' ? { text, tone } : { text, tone, more };
}

function figureChips(entry: Interaction, personId: Id | undefined): EntryChip[] {
  const own = personId === undefined ? undefined : participantOf(entry, personId);
  const talk = own?.talkShare ?? entry.talkShare;
  const ease = own?.ease ?? entry.ease;
  const openness = own?.openness ?? entry.openness;
  const chips: EntryChip[] = [];
  if (talk !== undefined) chips.push(chip(`talk ${percent(talk)}`));
  if (ease !== undefined) chips.push(chip(`easy ${ease}`));
  if (openness !== undefined) chips.push(chip(`open ${openness}`));
  const asked = (entry.questionsAsked ?? []).filter(
    (q) => personId === undefined || concerns(q, personId),
  ).length;
  if (asked > 0) chips.push(chip(`you asked ${count(asked, 'question')}`));
  if (entry.questionsTheyAsked) chips.push(chip(`they asked ${count(entry.questionsTheyAsked, 'question')}`));
  return chips;
}

function pitchChips(pitch: NonNullable<Interaction['pitch']>): EntryChip[] {
  const words = (who: string, level: string) =>
    level === 'relentless' ? `${who} kept selling` : `${who} pitched, ${level}`;
  return (['mine', 'theirs'] as const).flatMap((side) => {
    const level = pitch[side];
    if (!level || level === 'none') return [];
    return [chip(words(side === 'mine' ? 'you' : 'they', level), level === 'invited' ? 'plain' : 'warn')];
  });
}

function askChips(ask: NonNullable<Interaction['ask']>): EntryChip[] {
  return (['mine', 'theirs'] as const).flatMap((side) => {
    const level = ask[side];
    if (!level || level === 'none') return [];
    return [chip(`${side === 'mine' ? 'you' : 'they'} asked for ${askLabels[level]}`)];
  });
}

const WELCOME: ReadonlySet<Conduct['code']> = new Set(['attentive', 'helpful', 'generous']);

function conductChip(conduct: Conduct): EntryChip {
  const who = conduct.who === 'me' ? 'you' : 'they';
  const tone = WELCOME.has(conduct.code) ? 'good' : conduct.code === 'other' ? 'plain' : 'warn';
  return chip(`${who}: ${conductLabels[conduct.code]}`, tone, conduct.note);
}

function feedbackChips({ feedback }: Interaction): EntryChip[] {
  if (!feedback) return [];
  return [
    ...(feedback.heldBack ? [chip('feedback held back', 'plain', feedback.heldBack)] : []),
    ...(feedback.given ? [chip('gave feedback', 'plain', feedback.given)] : []),
    ...(feedback.askedFor ? [chip('they asked for feedback', 'plain', feedback.askedFor)] : []),
  ];
}

/** `promise kept, Mon 22 Jun`; an open one says what and by when. */
export function promiseChip(promise: PromiseRecord, today: CalendarDate): EntryChip {
  const name = promise.by === 'me' ? 'promise' : 'their promise';
  const closed = promise.closedOn ? `, ${formatDay(promise.closedOn, today)}` : '';
  switch (promise.status) {
    case 'open': {
      const by = promise.dueOn ? ` by ${formatDay(promise.dueOn, today)}` : '';
      const late = promise.dueOn !== undefined && promise.dueOn < today;
      return chip(
        `${promise.by === 'me' ? 'you promised' : 'they promised'}: ${promise.what}${by}`,
        late ? 'warn' : 'plain',
      );
    }
    case 'kept':
      return chip(`${name} kept${closed}`, 'good', promise.what);
    case 'late':
      return chip(`${name} kept late${closed}`, 'good', promise.what);
    case 'broken':
      return chip(`${name} broken${closed}`, 'warn', promise.what);
    case 'released':
      return chip(`${name} released${closed}`, 'plain', promise.what);
  }
}
