import { describe, expect, it } from 'vitest';
import { defaultNorms } from '../../../../shared/insight/norms';
import { balanceOf } from '../../../../shared/insight/balance';
import { unansweredRun } from '../../../../shared/insight/contacts';
import { rhythmOf } from '../../../../shared/insight/rhythm';
import { assessStage } from '../../../../shared/insight/stage';
import { stageHistory } from '../../../../shared/insight/stage-history';
import type { PersonSlice } from '../../../../shared/insight/types';
import { addDays } from '../../../../shared/model/time';
import { sampleJournal } from '../../../../shared/sample/sample';

/** What the insights see in the sample, on each day of a week: it must not depend on the weekday. */
const TODAYS = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays('2026-11-22', days));

function slicesOn(today: string): PersonSlice[] {
  const journal = sampleJournal({ today, offset: '+00:00' });
  return journal.people.map((person) => ({
    person,
    interactions: journal.interactions.filter(({ participants }) =>
      participants.some(({ personId }) => personId === person.id),
    ),
    promises: journal.promises.filter(({ personId }) => personId === person.id),
    norms: defaultNorms,
  }));
}

function slice(slices: PersonSlice[], name: string): PersonSlice {
  const found = slices.find(({ person }) => person.name === name);
  if (!found) throw new Error(`Nobody is called ${name}.`);
  return found;
}

describe.each(TODAYS)('what the insights see in the sample on %s', (today) => {
  const slices = slicesOn(today);
  const asOf = `${today}T12:00:00+00:00`;
  const stages = slices.map((one) => assessStage(one, asOf));

  it('shows every stage, each more than once', () => {
    const seen = stages.map(({ evidence }) => evidence);
    for (const stage of ['none', 'know', 'like', 'trust'] as const) {
      expect(seen.filter((one) => one === stage).length).toBeGreaterThan(1);
    }
  });

  it('shows every state of rhythm, each more than once', () => {
    const states = slices.map((one) => rhythmOf(one, asOf).state);
    for (const state of ['onRhythm', 'due', 'slipping', 'drifting', 'dormant', 'quiet', 'never'] as const) {
      expect(states.filter((one) => one === state).length).toBeGreaterThan(1);
    }
  });

  it('shows an exchange that leans either way, an even one and a mentor who is not flagged', () => {
    const balances = slices.map((one) => balanceOf(one, asOf));
    const verdicts = balances.flatMap(({ exchange }) =>
      exchange.kind === 'known' ? [`${exchange.verdict} ${exchange.flagged}`] : [],
    );
    expect(verdicts).toEqual(
      expect.arrayContaining(['even false', 'giveMore true', 'receiveMore true', 'receiveMore false']),
    );
    expect(balances.some(({ exchange }) => exchange.kind === 'tooEarly')).toBe(true);
    expect(balanceOf(slice(slices, 'Ruth Aldersley'), asOf).exchange).toMatchObject({
      verdict: 'receiveMore',
      flagged: false,
    });
  });

  it('shows both flags of airtime and of initiative', () => {
    const balances = slices.map((one) => balanceOf(one, asOf));
    const airtime = balances.map((one) => (one.airtime.kind === 'known' ? one.airtime.flag : undefined));
    expect(airtime).toEqual(expect.arrayContaining(['talkALot', 'talkLittle', null, undefined]));
    const initiative = balances.map((one) =>
      one.initiative.kind === 'known' ? one.initiative.flag : undefined,
    );
    expect(initiative).toEqual(expect.arrayContaining(['mostlyMe', 'mostlyThem', null, undefined]));
  });

  it('shows every kind of setback, open and put right', () => {
    const setbacks = stages.flatMap((stage) => stage.setbacks);
    const codes = setbacks.map(({ code, closedOn }) => `${code} ${closedOn ? 'closed' : 'open'}`);
    expect(codes).toEqual(
      expect.arrayContaining([
        'promiseBroken open',
        'promiseLongOverdue closed',
        'pitchTooEarly closed',
        'conduct open',
        'conduct closed',
      ]),
    );
  });

  it('shows reads above the evidence and runs of unanswered letters', () => {
    expect(stages.filter(({ readAboveEvidence }) => readAboveEvidence).length).toBeGreaterThan(1);
    expect(slices.filter((one) => unansweredRun(one, asOf).length >= 2).length).toBeGreaterThan(3);
  });

  it('tells Maya’s story: like, a step back for a promise, like again, trust', () => {
    const maya = slice(slices, 'Maya Okonjo');
    const history = stageHistory(maya, asOf).evidence;
    expect(history.map(({ stage }) => stage)).toEqual(['know', 'like', 'know', 'like', 'trust']);
    expect(history[2]?.cause.kind).toBe('promise');
    const balance = balanceOf(maya, asOf);
    expect(balance.exchange).toMatchObject({ kind: 'known', verdict: 'even' });
    const shares = maya.interactions.flatMap(({ talkShare }) => talkShare ?? []);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.3);
    expect(Math.max(...shares)).toBeLessThanOrEqual(0.6);
  });

  it('tells Gareth’s story: a year of silence takes a step off, one open talk brings it back', () => {
    const history = stageHistory(slice(slices, 'Gareth Llewellyn'), asOf).evidence;
    expect(history.slice(-3).map(({ stage }) => stage)).toEqual(['trust', 'like', 'trust']);
    expect(history.at(-2)?.cause.kind).toBe('silence');
  });

  it('tells the ends that a review of breakdowns looks for', () => {
    const oliver = slice(slices, 'Oliver Tansley');
    expect(balanceOf(oliver, asOf).exchange).toMatchObject({ verdict: 'receiveMore', flagged: true });
    expect(rhythmOf(oliver, asOf).state).toBe('drifting');
    const stefan = assessStage(slice(slices, 'Stefan Kowalczyk'), asOf);
    expect(stefan.setbacks[0]).toMatchObject({ code: 'promiseBroken', closedOn: null });
    const ines = assessStage(slice(slices, 'Inés Carrasco'), asOf);
    expect(ines).toMatchObject({ evidence: 'know', setbacks: [] });
    expect(ines.missing.map(({ code }) => code)).toEqual(['ease']);
    expect(assessStage(slice(slices, 'Noam Ben-Ari'), asOf)).toMatchObject({ fading: true, setbacks: [] });
  });
});
