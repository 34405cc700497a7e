/** Who led the user to whom, and whom the user led to each other: people's records, introductions and entries merged. */
import type { Interaction } from '../../model/interaction';
import { concerns } from '../../model/interaction';
import type { Introduction } from '../../model/introduction';
import type { Person } from '../../model/person';
import type { CalendarDate, Id, Instant } from '../../model/primitives';
import { dateOf, epochMs } from '../../model/time';
import { byText } from '../as-of';
import type { EvidenceRef } from '../types';

/** What is known of one person leading to another, however often it was noted. */
interface Noted {
  /** The earliest day that was noted; null when none was. */
  on: CalendarDate | null;
  thanked: boolean;
  reportedBack: boolean;
  /** The latest record of its own; null while only a person's form or an entry says so. */
  introductionId: Id | null;
  /** The exchanges of entries that say so. */
  evidence: EvidenceRef[];
}

/** `by` led the user to `to`. */
export interface Lead extends Noted {
  by: Id;
  to: Id;
}

/** The user led these two to each other; `other` is not the person who was asked about. */
export interface Pairing extends Noted {
  other: Id;
}

/** What is noted about one person, wherever it stands. Its order does not matter. */
export interface Tellings {
  person: Person;
  /** Introductions that name the person, in any part. */
  introductions: Iterable<Introduction>;
  /** Entries with an introduction to the person in them: others' entries, which name the person as the one spoken of. */
  spokenOf: Iterable<Interaction>;
}

/**
 * Those who led the user to this person, each once: named in the person's own record, in introductions, or in the
 * exchanges of entries. Nobody leads to themselves. By the first day, then by id.
 */
export function leadsTo({ person, introductions, spokenOf }: Tellings, asOf: Instant): Lead[] {
  const to = person.id;
  const found = new Merged();
  const metOn = person.met?.date;
  if (metOn === undefined || metOn <= dateOf(asOf))
    for (const by of person.met?.introducedBy ?? []) found.note(by, { on: metOn ?? null });
  for (const one of happened(introductions, asOf)) {
    const isToMe = (one.a === 'me' && one.b === to) || (one.b === 'me' && one.a === to);
    if (isToMe && one.by !== 'me') found.note(one.by, recordNoted(one));
  }
  for (const entry of held(spokenOf, asOf))
    for (const { by, noted } of introductionsIn(entry, 'received', to)) found.note(by, noted);
  return found.allBut(to).map(([by, noted]) => ({ by, to, ...noted }));
}

/** Those to whom the user introduced this person, each once. `own` are the entries with the person. */
export function pairingsOf(
  { person, introductions, spokenOf }: Tellings,
  own: Iterable<Interaction>,
  asOf: Instant,
): Pairing[] {
  const { id } = person;
  const found = new Merged();
  for (const one of happened(introductions, asOf)) {
    if (one.by !== 'me') continue;
    for (const [here, other] of [
      [one.a, one.b],
      [one.b, one.a],
    ] as const)
      if (here === id && other !== 'me') found.note(other, recordNoted(one));
  }
  for (const entry of held(spokenOf, asOf))
    for (const { by, noted } of introductionsIn(entry, 'given', id)) found.note(by, noted);
  for (const entry of held(own, asOf)) {
    for (const [index, exchange] of (entry.exchanges ?? []).entries()) {
      const { kind, direction, aboutPersonId } = exchange;
      if (kind !== 'introduction' || direction !== 'given' || aboutPersonId === undefined) continue;
      if (concerns(exchange, id)) found.note(aboutPersonId, exchangeNoted(entry, index));
    }
  }
  return found.allBut(id).map(([other, noted]) => ({ other, ...noted }));
}

/** The introductions of an entry in which `about` is the one spoken of: with whom they were exchanged. */
function introductionsIn(
  entry: Interaction,
  direction: 'given' | 'received',
  about: Id,
): { by: Id; noted: Noted }[] {
  return (entry.exchanges ?? []).flatMap((exchange, index) => {
    if (exchange.kind !== 'introduction' || exchange.direction !== direction) return [];
    if (exchange.aboutPersonId !== about) return [];
    const noted = exchangeNoted(entry, index);
    return entry.participants
      .filter(({ personId }) => concerns(exchange, personId))
      .map(({ personId }) => ({ by: personId, noted }));
  });
}

function exchangeNoted({ id, at }: Interaction, index: number): Noted {
  return { ...NOTHING, on: dateOf(at), evidence: [{ kind: 'exchange', id, index }] };
}

function recordNoted({ id, at, thanked, reportedBack }: Introduction): Noted {
  return {
    on: dateOf(at),
    thanked: thanked === true,
    reportedBack: reportedBack === true,
    introductionId: id,
    evidence: [],
  };
}

function happened(introductions: Iterable<Introduction>, asOf: Instant): Introduction[] {
  const now = epochMs(asOf);
  // The latest last, so that of several records of one introduction it is the one that is kept.
  return [...introductions]
    .filter(({ at }) => epochMs(at) <= now)
    .sort((a, b) => epochMs(a.at) - epochMs(b.at) || byText(a.id, b.id));
}

function held(entries: Iterable<Interaction>, asOf: Instant): Interaction[] {
  const now = epochMs(asOf);
  return [...entries].filter(({ status, at }) => status === 'held' && epochMs(at) <= now);
}

const NOTHING: Noted = {
  on: null,
  thanked: false,
  reportedBack: false,
  introductionId: null,
  evidence: [],
};

/** What was noted of each person, put together. */
class Merged {
  private readonly people = new Map<Id, Noted>();

  note(id: Id, part: Partial<Noted>): void {
    const [was, now] = [this.people.get(id) ?? NOTHING, { ...NOTHING, ...part }];
    this.people.set(id, {
      on: was.on === null || (now.on !== null && now.on < was.on) ? now.on : was.on,
      thanked: was.thanked || now.thanked,
      reportedBack: was.reportedBack || now.reportedBack,
      introductionId: now.introductionId ?? was.introductionId,
      evidence: [...was.evidence, ...now.evidence].sort((a, b) => byText(keyOf(a), keyOf(b))),
    });
  }

  allBut(id: Id): [Id, Noted][] {
    return [...this.people]
      .filter(([other]) => other !== id)
      .sort(([a, x], [b, y]) => byText(x.on ?? UNDATED, y.on ?? UNDATED) || byText(a, b));
  }
}

/** After all dates. */
const UNDATED = '9999-99-99';

function keyOf(ref: EvidenceRef): string {
  return ref.kind === 'exchange' ? `${ref.id} ${String(ref.index).padStart(3, '0')}` : ref.id;
}
