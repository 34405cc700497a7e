import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadsTo, pairingsOf } from '../../../../shared/insight/network/leads';
import type { Exchange } from '../../../../shared/model/interaction';
import type { Person } from '../../../../shared/model/person';
import { ANNA, BEN, instant, interaction, introduction, person, testId } from '../../builders';

const NOW = instant('2026-06-21');
const CLARA = testId(3);
const nothing = { introductions: [], spokenOf: [] };

function met(fields: Person['met']) {
  return person(fields ? { met: fields } : {});
}

/** Ben, in an entry of his, speaks of Anna. */
function told(when: string, fields: Partial<Exchange> = {}) {
  return interaction(when, {
    participants: [{ personId: BEN }],
    exchanges: [{ direction: 'received', kind: 'introduction', size: 2, aboutPersonId: ANNA, ...fields }],
  });
}

describe('who led the user to somebody', () => {
  it('is said by the person’s record, by introductions and by entries; each introducer counts once', () => {
    const entry = told('2026-02-01');
    const record = introduction('2026-03-01', { thanked: true });
    const leads = leadsTo(
      {
        person: met({ date: '2026-04-01', introducedBy: [BEN, CLARA] }),
        introductions: [record],
        spokenOf: [entry],
      },
      NOW,
    );
    expect(leads).toEqual([
      {
        by: BEN,
        to: ANNA,
        on: '2026-02-01',
        thanked: true,
        reportedBack: false,
        introductionId: record.id,
        evidence: [{ kind: 'exchange', id: entry.id, index: 0 }],
      },
      expect.objectContaining({ by: CLARA, on: '2026-04-01', thanked: false, introductionId: null }),
    ]);
  });

  it('reads an introduction either way round', () => {
    const swapped = introduction('2026-03-01', { a: ANNA, b: 'me' });
    expect(leadsTo({ ...nothing, person: met(undefined), introductions: [swapped] }, NOW)).toMatchObject([
      { by: BEN, to: ANNA },
    ]);
  });

  it.each([
    ['an introduction of two others', introduction('2026-03-01', { a: CLARA })],
    ['one that the user made', introduction('2026-03-01', { by: 'me', a: CLARA })],
    ['one of somebody by themselves', introduction('2026-03-01', { by: ANNA })],
    ['one that is still to come', introduction('2026-06-22')],
  ])('is not said by %s', (_what, one) => {
    expect(leadsTo({ ...nothing, person: met(undefined), introductions: [one] }, NOW)).toEqual([]);
  });

  it.each([
    ['given, not received', told('2026-03-01', { direction: 'given' })],
    ['of another kind', told('2026-03-01', { kind: 'advice' })],
    ['about somebody else', told('2026-03-01', { aboutPersonId: CLARA })],
    ['from somebody who did not take part', told('2026-03-01', { personId: CLARA })],
    ['planned', { ...told('2026-03-01'), status: 'planned' as const }],
    ['still to come', told('2026-06-22')],
  ])('is not said by an exchange %s', (_what, entry) => {
    expect(leadsTo({ ...nothing, person: met(undefined), spokenOf: [entry] }, NOW)).toEqual([]);
  });

  it('nobody leads to themselves, also in their own record', () => {
    expect(leadsTo({ ...nothing, person: met({ introducedBy: [ANNA, BEN] }) }, NOW)).toMatchObject([
      { by: BEN },
    ]);
  });

  it('a person met later has not been led to yet', () => {
    const sources = { ...nothing, person: met({ date: '2026-06-22', introducedBy: [BEN] }) };
    expect(leadsTo(sources, NOW)).toEqual([]);
    expect(leadsTo(sources, instant('2026-06-22'))).toHaveLength(1);
  });

  it('of several records of one introduction the latest is the one to edit, and thanks in any count', () => {
    const records = [
      introduction('2026-03-01', { thanked: true }),
      introduction('2026-05-01', { reportedBack: true }),
    ];
    const [lead] = leadsTo({ ...nothing, person: met(undefined), introductions: records }, NOW);
    expect(lead).toMatchObject({
      on: '2026-03-01',
      introductionId: records[1]?.id,
      thanked: true,
      reportedBack: true,
    });
  });

  it('the order of the records changes nothing', () => {
    const days = fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01', '2026-07-01');
    const records = fc.array(
      fc.record({ day: days, by: fc.constantFrom(ANNA, BEN, CLARA), thanked: fc.boolean() }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(records, fc.array(days, { maxLength: 4 }), (some, entries) => {
        const introductions = some.map(({ day, ...rest }) => introduction(day, rest));
        const spokenOf = entries.map((day) => told(day));
        const who = met({ introducedBy: [CLARA] });
        const one = leadsTo({ person: who, introductions, spokenOf }, NOW);
        const other = leadsTo(
          { person: who, introductions: [...introductions].reverse(), spokenOf: [...spokenOf].reverse() },
          NOW,
        );
        expect(other).toEqual(one);
      }),
    );
  });
});

describe('whom the user introduced somebody to', () => {
  it('is said by introductions, and by entries of either of the two', () => {
    const record = introduction('2026-03-01', { by: 'me', a: CLARA, b: ANNA });
    const ofBen = told('2026-04-01', { direction: 'given' });
    const ofAnna = interaction('2026-05-01', {
      exchanges: [
        { direction: 'given', kind: 'introduction', size: 1, aboutPersonId: testId(4) },
        { direction: 'given', kind: 'introduction', size: 1, aboutPersonId: ANNA },
        { direction: 'given', kind: 'introduction', size: 1 },
      ],
    });
    const sources = { person: person(), introductions: [record], spokenOf: [ofBen] };
    expect(pairingsOf(sources, [ofAnna], NOW)).toMatchObject([
      { other: CLARA, on: '2026-03-01', introductionId: record.id },
      { other: BEN, on: '2026-04-01' },
      { other: testId(4), on: '2026-05-01' },
    ]);
  });

  it('is not said by what somebody else arranged', () => {
    const sources = { ...nothing, person: person(), introductions: [introduction('2026-03-01')] };
    expect(pairingsOf(sources, [], NOW)).toEqual([]);
  });
});
