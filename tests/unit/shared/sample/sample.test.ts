import { describe, expect, it } from 'vitest';
import { isWritten } from '../../../../shared/model/interaction';
import type { Interaction } from '../../../../shared/model/interaction';
import type { AnyRecord } from '../../../../shared/model/record';
import type { RecordType } from '../../../../shared/model/record-types';
import { recordSchemas } from '../../../../shared/model/record';
import { addDays, epochMs } from '../../../../shared/model/time';
import type { SampleJournal } from '../../../../shared/sample/sample';
import { sampleJournal } from '../../../../shared/sample/sample';

const TODAY = '2026-11-22';
const journal = sampleJournal({ today: TODAY, offset: '+00:00' });

/** A week of todays, so that every weekday comes up, a leap day and the turn of a year. */
const TODAYS = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(TODAY, days)).concat('2028-02-29', '2027-01-01');

function recordsOf(sample: SampleJournal): { type: RecordType; record: AnyRecord }[] {
  const typed = (type: RecordType, records: AnyRecord[]) => records.map((record) => ({ type, record }));
  return [
    ...typed('person', sample.people),
    ...typed('interaction', sample.interactions),
    ...typed('promise', sample.promises),
    ...typed('gathering', sample.gatherings),
    ...typed('circle', sample.circles),
    ...typed('introduction', sample.introductions),
    ...typed('season', sample.seasons),
    ...typed('timeLog', sample.timeLogs),
    ...typed('question', sample.questions),
  ];
}

function personNamed(name: string) {
  const person = journal.people.find((candidate) => candidate.name === name);
  if (!person) throw new Error(`Nobody is called ${name}.`);
  return person;
}

function entriesWith(personId: string): Interaction[] {
  return journal.interactions.filter(({ participants }) =>
    participants.some((participant) => participant.personId === personId),
  );
}

describe('the sample journal', () => {
  it.each(TODAYS)('has exactly 60 people and 500 interactions on %s', (today) => {
    const sample = sampleJournal({ today, offset: '+01:00' });
    expect(sample.people).toHaveLength(60);
    expect(sample.interactions).toHaveLength(500);
    expect(sample.promises.length).toBeGreaterThanOrEqual(80);
    expect(sample.gatherings.length).toBeGreaterThanOrEqual(35);
    expect(sample.introductions.length).toBeGreaterThanOrEqual(25);
    expect(sample.circles).toHaveLength(4);
    expect(sample.seasons).toHaveLength(2);
    expect(sample.questions).toHaveLength(43);
  });

  it('is the same every time', () => {
    expect(sampleJournal({ today: TODAY, offset: '+00:00' })).toEqual(journal);
  });

  it.each(TODAYS)('is valid in every record on %s', (today) => {
    for (const { type, record } of recordsOf(sampleJournal({ today, offset: '-05:00' }))) {
      expect(recordSchemas[type].parse(record)).toEqual(record);
    }
  });

  it('gives every record an id of its own', () => {
    const ids = recordsOf(journal).map(({ record }) => record.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refers only to records that it holds', () => {
    const known = new Set(recordsOf(journal).map(({ record }) => record.id));
    const named = JSON.stringify(journal).match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/g) ?? [];
    expect(named.length).toBeGreaterThan(2_000);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it.each(TODAYS)('tells nothing of the future but plans on %s', (today) => {
    const sample = sampleJournal({ today, offset: '+00:00' });
    const later = sample.interactions.filter(({ at }) => at.slice(0, 10) >= today);
    expect(later.length).toBeGreaterThan(3);
    expect(later.filter(({ status }) => status !== 'planned')).toEqual([]);
    const records = recordsOf(sample).map(({ record }) => record);
    expect(records.filter(({ createdAt }) => createdAt.slice(0, 10) >= today)).toEqual([]);
    expect(records.filter(({ updatedAt }) => updatedAt.slice(0, 10) >= today)).toEqual([]);
    expect(records.filter(({ createdAt, updatedAt }) => epochMs(updatedAt) < epochMs(createdAt))).toEqual([]);
    const { promises } = sample;
    expect(promises.filter(({ closedOn }) => closedOn !== undefined && closedOn >= today)).toEqual([]);
    expect(promises.filter(({ madeOn, dueOn = madeOn }) => dueOn < madeOn)).toEqual([]);
    expect(promises.filter(({ madeOn, closedOn = madeOn }) => closedOn < madeOn)).toEqual([]);
    const answered = sample.interactions.filter(({ answeredAt }) => answeredAt);
    for (const { at, answeredAt } of answered) {
      expect(epochMs(answeredAt ?? '')).toBeGreaterThanOrEqual(epochMs(at));
      expect((answeredAt ?? '').slice(0, 10) < today).toBe(true);
    }
  });

  it('writes each entry down after it happened, and each plan before', () => {
    for (const { at, createdAt, status } of journal.interactions) {
      expect(epochMs(createdAt) > epochMs(at)).toBe(status !== 'planned');
    }
  });

  it('uses its offset in every instant', () => {
    const instants = JSON.stringify(sampleJournal({ today: TODAY, offset: '+05:30' })).match(
      /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)/g,
    );
    expect(new Set(instants?.map((instant) => instant.slice(-6)))).toEqual(new Set(['+05:30']));
  });

  it('never says the same thing twice', () => {
    const notes = journal.interactions.flatMap(({ notes: text }) => text ?? []);
    expect(notes.length).toBeGreaterThan(480);
    expect(new Set(notes).size).toBe(notes.length);
    expect(notes.filter((text) => /[<>{}]|undefined/.test(text))).toEqual([]);
  });

  it('keeps to reserved addresses and numbers', () => {
    const channels = journal.people.flatMap((person) => person.channels ?? []);
    const emails = channels.filter(({ kind }) => kind === 'email').map(({ value }) => value);
    const phones = channels.filter(({ kind }) => kind === 'phone').map(({ value }) => value);
    expect(emails.filter((value) => !/@[\w-]+\.example\.(?:com|org)$/.test(value))).toEqual([]);
    // Ofcom and the Bundesnetzagentur reserve these for fiction.
    expect(
      phones.filter(
        (value) => !/^\+44 1632 960\d{3}$|^\+49 (?:221 4710|30 23125|40 66969) \d{3}$/.test(value),
      ),
    ).toEqual([]);
    expect(new Set(emails).size).toBe(emails.length);
    expect(new Set(phones).size).toBe(phones.length);
  });
});

describe('the cases in the sample journal', () => {
  const held = journal.interactions.filter(({ status }) => status === 'held');

  it('has every standing, and people whose birthday is near among those to be left in peace', () => {
    const standings = new Set(journal.people.map(({ standing }) => standing?.kind ?? 'active'));
    expect(standings).toEqual(new Set(['active', 'resting', 'letGo', 'keepDistance', 'deceased']));
    expect(journal.people.filter(({ standing }) => standing?.closingNote)).not.toEqual([]);
    const soon = [3, 4, 7, 9].map((days) => addDays(TODAY, days).slice(4));
    const quiet = journal.people.filter(({ standing }) => standing && standing.kind !== 'deceased');
    expect(quiet.filter(({ dates }) => dates?.some(({ on }) => soon.includes(on.slice(-6))))).toHaveLength(4);
  });

  it('has five people in the inner ring, a mentor and a partner among them', () => {
    const inner = journal.people.filter(({ ring }) => ring === 'inner');
    expect(inner).toHaveLength(5);
    expect(inner.some(({ mentor }) => mentor)).toBe(true);
    expect(inner.some(({ partnerSince }) => partnerSince)).toBe(true);
  });

  it('has birthdays with and without a year', () => {
    const birthdays = journal.people.flatMap(({ dates = [] }) =>
      dates.filter(({ kind }) => kind === 'birthday'),
    );
    expect(birthdays.filter(({ on }) => on.startsWith('--')).length).toBeGreaterThan(5);
    expect(birthdays.filter(({ on }) => !on.startsWith('--')).length).toBeGreaterThan(5);
  });

  it('has people met through one, two and three others', () => {
    const counts = new Set(journal.people.map(({ met }) => met?.introducedBy?.length ?? 0));
    for (const count of [0, 1, 3]) expect(counts).toContain(count);
  });

  it('has every kind of contact, exchange, pitch, ask, ground and status', () => {
    expect(new Set(journal.interactions.map(({ kind }) => kind)).size).toBe(11);
    expect(new Set(held.flatMap(({ exchanges = [] }) => exchanges.map(({ kind }) => kind))).size).toBe(9);
    const theirs = new Set(held.map(({ pitch }) => pitch?.theirs));
    expect([...theirs]).toEqual(expect.arrayContaining(['invited', 'uninvited', 'relentless']));
    const mine = new Set(held.map(({ pitch }) => pitch?.mine));
    expect([...mine]).toEqual(expect.arrayContaining(['invited', 'uninvited']));
    const asks = new Set(held.map(({ ask }) => ask?.mine));
    expect([...asks]).toEqual(
      expect.arrayContaining(['small', 'advice', 'introduction', 'referral', 'business']),
    );
    const grounds = new Set(held.map(({ ground }) => ground));
    expect([...grounds]).toEqual(expect.arrayContaining(['mine', 'theirs', 'neutral', 'online']));
    const outcomes = new Set(
      journal.interactions.map(({ status, calledOffBy }) => `${status} ${calledOffBy ?? ''}`),
    );
    expect([...outcomes]).toEqual(
      expect.arrayContaining(['planned ', 'cancelled me', 'cancelled them', 'noShow ', 'held ']),
    );
  });

  it('has feedback held back, asked for and given', () => {
    const feedback = held.flatMap((interaction) => interaction.feedback ?? []);
    for (const key of ['heldBack', 'askedFor', 'given'] as const) {
      expect(feedback.filter((item) => item[key])).not.toEqual([]);
    }
  });

  it('has promises of every fate on both sides, overdue ones too', () => {
    const fates = new Set(journal.promises.map(({ by, status }) => `${by} ${status}`));
    expect([...fates]).toEqual(
      expect.arrayContaining([
        'me kept',
        'me late',
        'me broken',
        'me released',
        'me open',
        'them kept',
        'them late',
        'them broken',
        'them open',
      ]),
    );
    const overdue = journal.promises.filter(
      ({ status, dueOn }) => status === 'open' && (dueOn ?? '9') < TODAY,
    );
    expect(new Set(overdue.map(({ by }) => by))).toEqual(new Set(['me', 'them']));
  });

  it('has an evening of eight short rounds, one of them a film', () => {
    const evening = journal.gatherings.find(
      ({ id, format }) =>
        format === 'oneToOneRounds' && held.filter(({ gatheringId }) => gatheringId === id).length === 8,
    );
    const rounds = held.filter(({ gatheringId }) => gatheringId === evening?.id);
    expect(evening?.minutesPerRound).toBe(10);
    expect(rounds.map(({ minutes }) => minutes)).toEqual(Array.from({ length: 8 }, () => 10));
    expect(rounds.some(({ pitch }) => pitch?.theirs === 'relentless')).toBe(true);
  });

  it('has letters I wrote and never heard back from, and letters I owe', () => {
    const silent = held.filter(({ kind, answered }) => isWritten(kind) && answered === false);
    expect(silent.filter(({ initiatedBy }) => initiatedBy === 'me').length).toBeGreaterThan(10);
    expect(silent.filter(({ initiatedBy }) => initiatedBy === 'them').length).toBeGreaterThan(3);
  });

  it('has names and nicknames of many alphabets', () => {
    const words = journal.people.map(({ name, nickname }) => `${name} ${nickname ?? ''}`).join(' ');
    for (const script of [/\p{Script=Arabic}/u, /\p{Script=Hebrew}/u, /\p{Script=Han}/u, /ż|ř|Å|ı|ü/u]) {
      expect(words).toMatch(script);
    }
    expect(Math.max(...journal.people.map(({ name }) => name.length))).toBeGreaterThan(30);
  });

  it('has people without any entry', () => {
    expect(journal.people.filter(({ id }) => entriesWith(id).length === 0).length).toBeGreaterThan(0);
  });

  it('mentions people in notes', () => {
    const mentioning = held.filter(({ notes }) => notes?.includes('](rapport://person/'));
    expect(mentioning.length).toBeGreaterThan(20);
  });

  it('gives Maya three introducers, give and take both ways and even airtime', () => {
    const maya = personNamed('Maya Okonjo');
    const entries = entriesWith(maya.id);
    expect(maya.met?.introducedBy).toHaveLength(3);
    expect(entries.length).toBeGreaterThanOrEqual(25);
    expect(
      new Set(entries.flatMap(({ exchanges = [] }) => exchanges.map(({ direction }) => direction))).size,
    ).toBe(2);
  });
});
