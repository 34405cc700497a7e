import { describe, expect, it } from 'vitest';
import { stageHistory } from '../../../../shared/insight/stage-history';
import type { Interaction } from '../../../../shared/model/interaction';
import type { PromiseRecord } from '../../../../shared/model/promise';
import { email, instant, interaction, promise, sliceOf, testId } from '../../builders';

type Entry = Interaction | PromiseRecord;

function evidence(records: Entry[], asOf = '2035-01-01') {
  return stageHistory(sliceOf(records), instant(asOf)).evidence;
}

function steps(records: Entry[], asOf?: string) {
  return evidence(records, asOf).map(({ on, stage }) => [on, stage]);
}

const first = interaction('2026-01-10', {
  ease: 4,
  exchanges: [{ direction: 'given', kind: 'introduction', size: 1 }],
});
const second = interaction('2026-02-10', {
  ease: 4,
  exchanges: [{ direction: 'received', kind: 'advice', size: 1 }],
});
const third = interaction('2026-02-20', { ease: 4 });
const fourth = interaction('2026-03-11', { ease: 4 });
const kept = promise('2026-01-10', { status: 'kept', closedOn: '2026-01-19' });
const trust = [first, second, third, fourth, kept];

describe('the evidence line', () => {
  it('is empty without a contact', () => {
    expect(evidence([])).toEqual([]);
    expect(evidence([email('2026-01-01'), kept])).toEqual([]);
  });

  it('climbs with the entries that complete a stage, and falls with silence', () => {
    expect(evidence(trust)).toEqual([
      { on: '2026-01-10', stage: 'know', cause: { kind: 'interaction', id: first.id } },
      { on: '2026-02-10', stage: 'like', cause: { kind: 'interaction', id: second.id } },
      { on: '2026-03-11', stage: 'trust', cause: { kind: 'interaction', id: fourth.id } },
      { on: '2027-03-11', stage: 'like', cause: { kind: 'silence', days: 365 } },
      { on: '2029-03-10', stage: 'know', cause: { kind: 'silence', days: 1_095 } },
    ]);
  });

  it('ends at the moment asked for', () => {
    expect(steps(trust, '2026-02-10T11:59:59Z')).toEqual([['2026-01-10', 'know']]);
    expect(steps(trust, '2027-03-10')).toHaveLength(3);
    expect(steps(trust, '2027-03-11T00:00:00Z')).toHaveLength(4);
  });

  it('is restored by the contact that ends the silence', () => {
    const again = interaction('2028-01-01');
    expect(steps([...trust, again], '2028-06-01').slice(-2)).toEqual([
      ['2027-03-11', 'like'],
      ['2028-01-01', 'trust'],
    ]);
  });

  it('does not fall when the contact comes on the very day', () => {
    expect(steps([...trust, interaction('2027-03-11T23:00:00Z')], '2027-12-01')).toHaveLength(3);
  });

  it('changes when a promise closes, falls long overdue, and stops weighing', () => {
    const late = promise('2026-03-01', { dueOn: '2026-04-01', status: 'broken', closedOn: '2026-05-01' });
    const repaired = email('2026-05-10', { repaired: true });
    expect(evidence([...trust, late, repaired], '2026-12-31').slice(3)).toEqual([
      { on: '2026-04-16', stage: 'know', cause: { kind: 'promise', id: late.id } },
      { on: '2026-05-10', stage: 'like', cause: { kind: 'interaction', id: repaired.id } },
      { on: '2026-10-28', stage: 'trust', cause: { kind: 'promise', id: late.id } },
    ]);
  });

  it('names the promise that completes a stage', () => {
    const later = promise('2026-01-10', { status: 'late', closedOn: '2026-06-01' });
    expect(evidence([first, second, third, fourth, later], '2026-07-01').at(-1)).toEqual({
      on: '2026-06-01',
      stage: 'trust',
      cause: { kind: 'promise', id: later.id },
    });
  });

  it('changes with a reply on the date of the reply', () => {
    const message = email('2026-01-05', { answered: true, answeredAt: '2026-01-09T09:00:00Z' });
    expect(evidence([message], '2026-02-01')).toEqual([
      { on: '2026-01-09', stage: 'know', cause: { kind: 'interaction', id: message.id } },
    ]);
  });

  it('has one point for a day on which several entries change it', () => {
    const morning = interaction('2026-01-10T09:00:00Z', { ease: 4 });
    const bad = interaction('2026-02-10T09:00:00Z', { conduct: [{ who: 'them', code: 'rude' }] });
    const good = interaction('2026-02-10T18:00:00Z', { ease: 4, questionsTheyAsked: 1, repaired: true });
    expect(evidence([morning, bad, good], '2026-03-01')).toEqual([
      { on: '2026-01-10', stage: 'know', cause: { kind: 'interaction', id: morning.id } },
      { on: '2026-02-10', stage: 'like', cause: { kind: 'interaction', id: good.id } },
    ]);
  });

  it('has no point for a day that ends as it began', () => {
    const bad = interaction('2026-02-15T09:00:00Z', { conduct: [{ who: 'them', code: 'rude' }] });
    const good = interaction('2026-02-15T18:00:00Z', { repaired: true });
    expect(steps([first, second, bad, good], '2026-03-01')).toHaveLength(2);
    expect(steps([first, second, bad, good], '2026-02-15T12:00:00Z').at(-1)).toEqual(['2026-02-15', 'know']);
  });

  it('dates an entry where it happened', () => {
    const night = interaction('2026-07-01T00:30:00+01:00');
    expect(steps([night], '2026-12-01')).toEqual([['2026-07-01', 'know']]);
    const farAway = interaction('2026-07-01T08:00:00+12:00');
    expect(steps([farAway], '2026-12-01')).toEqual([['2026-07-01', 'know']]);
  });

  it('never runs back, and never past the day asked for', () => {
    const auckland = interaction('2026-07-02T08:00:00+12:00', { ease: 4 });
    const honolulu = interaction('2026-07-01T20:00:00-10:00', { ease: 4, questionsTheyAsked: 1 });
    expect(steps([honolulu, auckland], '2026-08-01')).toEqual([['2026-07-02', 'like']]);
    expect(steps([honolulu, auckland], '2026-07-01T20:00:00-10:00')).toEqual([['2026-07-01', 'like']]);
  });

  it('goes by id when two entries share an instant', () => {
    const one = interaction('2026-01-10', { id: testId(41) });
    const two = interaction('2026-01-10', { id: testId(42) });
    expect(evidence([two, one], '2026-02-01')[0]?.cause).toEqual({ kind: 'interaction', id: one.id });
    expect(evidence([one, two], '2026-02-01')[0]?.cause).toEqual({ kind: 'interaction', id: one.id });
  });
});

describe('the line of my own read', () => {
  const read = (when: string, stageRead: 'know' | 'like' | 'trust') => interaction(when, { stageRead });
  const line = (records: Entry[], asOf = '2026-12-31') =>
    stageHistory(sliceOf(records), instant(asOf)).read.map(({ on, stage }) => [on, stage]);

  it('has the days on which it changes', () => {
    const records = [read('2026-01-10', 'know'), read('2026-02-10', 'know'), read('2026-03-10', 'trust')];
    expect(line(records)).toEqual([
      ['2026-01-10', 'know'],
      ['2026-03-10', 'trust'],
    ]);
    expect(line(records, '2026-03-09')).toEqual([['2026-01-10', 'know']]);
  });

  it('keeps the last read of a day', () => {
    const records = [
      read('2026-01-10', 'know'),
      read('2026-02-10T09:00:00Z', 'trust'),
      read('2026-02-10T10:00:00Z', 'like'),
      read('2026-03-10T09:00:00Z', 'trust'),
      read('2026-03-10T10:00:00Z', 'like'),
    ];
    expect(line(records)).toEqual([
      ['2026-01-10', 'know'],
      ['2026-02-10', 'like'],
    ]);
  });
});
