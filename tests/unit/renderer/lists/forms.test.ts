import { describe, expect, it } from 'vitest';
import * as gathering from '../../../../renderer/features/gatherings/gathering-form';
import {
  groupOf,
  leafOf,
  metWords,
  whenWords,
} from '../../../../renderer/features/gatherings/gathering-words';
import { actionOf } from '../../../../renderer/features/promises/closing';
import { dueWords } from '../../../../renderer/features/promises/due-words';
import * as promise from '../../../../renderer/features/promises/promise-form';

const now = new Date(2026, 5, 18, 10, 0);
const today = '2026-06-18';
const maya = { key: '01890000-0000-7000-8000-000000000001', name: 'Maya Okonjo' };

describe('promises', () => {
  const open = (dueOn?: string) => dueWords({ status: 'open', ...(dueOn ? { dueOn } : {}) }, today);

  it('says when one is due', () => {
    expect(open('2026-06-16')).toEqual({ text: '2 days late', tone: 'late' });
    expect(open('2026-06-18')).toEqual({ text: 'today', tone: 'today' });
    expect(open('2026-06-19').text).toBe('tomorrow');
    expect(open('2026-06-22').text).toBe('Mon');
    expect(open('2026-06-25').text).toBe('Thu 25 Jun');
    expect(open().text).toBe('no date');
  });

  it('says how one ended', () => {
    expect(dueWords({ status: 'late', closedOn: '2026-06-17' }, today)).toEqual({
      text: 'kept late Wed 17 Jun',
      tone: 'kept',
    });
    expect(dueWords({ status: 'broken' }, today)).toEqual({ text: 'broken', tone: 'closed' });
  });

  it('closes by key only while it is open', () => {
    expect(actionOf('k', 'open')).toEqual({ kind: 'close', status: 'kept' });
    expect(actionOf('B', 'open')).toEqual({ kind: 'close', status: 'broken' });
    expect(actionOf('k', 'kept')).toBeNull();
    expect(actionOf('o', 'kept')).toEqual({ kind: 'reopen' });
    expect(actionOf('o', 'open')).toBeNull();
    expect(actionOf('Delete', 'kept')).toEqual({ kind: 'delete' });
  });

  it('understands a due day as people say it', () => {
    const value = { ...promise.newPromise(today, maya), what: 'the checklist', due: 'monday' };
    const saved = promise.toSave(value, now);
    expect(saved).toMatchObject({
      kind: 'ready',
      input: { promise: { dueOn: '2026-06-22', madeOn: today } },
    });
  });

  it('says at each field what is missing and keeps what was typed', () => {
    const value = { ...promise.newPromise(today, null), due: 'the 45th of May' };
    const saved = promise.toSave(value, now);
    expect(saved.kind).toBe('refused');
    expect(saved.kind === 'refused' && Object.keys(saved.fields).sort()).toEqual([
      'promise.dueOn',
      'promise.personId',
      'promise.what',
    ]);
  });

  it('keeps a date that was not touched, also one that has passed', () => {
    const value = promise.formOf({
      promise: {
        id: '01890000-0000-7000-8000-000000000002',
        createdAt: '2026-01-01T10:00:00Z',
        updatedAt: '2026-01-01T10:00:00Z',
        rev: 'r1',
        personId: maya.key,
        by: 'me',
        what: 'the checklist',
        madeOn: '2025-12-30',
        dueOn: '2026-01-02',
        status: 'open',
      },
      person: { id: maya.key, name: maya.name, standing: 'active' },
      overdueDays: 167,
    });
    expect(promise.toSave(value, now)).toMatchObject({
      kind: 'ready',
      input: { editing: { rev: 'r1' }, promise: { dueOn: '2026-01-02', madeOn: '2025-12-30' } },
    });
  });
});

describe('gatherings', () => {
  const typed = (part: Partial<gathering.GatheringValue>) => ({
    ...gathering.newGathering(null),
    name: 'Thursday Club',
    from: 'tomorrow 8am',
    ...part,
  });

  it('counts the end from the beginning', () => {
    const saved = gathering.toSave(typed({ to: '10:30' }), now);
    expect(saved.kind).toBe('ready');
    const { from, to } = saved.kind === 'ready' ? saved.input.gathering : { from: '', to: '' };
    expect(from.slice(0, 16)).toBe('2026-06-19T08:00');
    expect(to?.slice(0, 16)).toBe('2026-06-19T10:30');
  });

  it('refuses an end before the start, at that field', () => {
    expect(gathering.toSave(typed({ to: '07:00' }), now)).toEqual({
      kind: 'refused',
      fields: { 'gathering.to': 'It ends before it starts.' },
    });
  });

  it('refuses numbers that are none', () => {
    const saved = gathering.toSave(typed({ minutes: 'long', cost: '20', currency: '€' }), now);
    expect(saved.kind === 'refused' && Object.keys(saved.fields).sort()).toEqual([
      'gathering.cost.currency',
      'gathering.minutes',
    ]);
  });

  it('reads a price with a comma and a currency in lower case', () => {
    expect(gathering.toSave(typed({ cost: '12,50', currency: 'eur' }), now)).toMatchObject({
      input: { gathering: { cost: { amount: 12.5, currency: 'EUR' } } },
    });
  });

  it('keeps a moment of another time zone that was not touched', () => {
    const from = '2026-03-01T09:30:00+09:00';
    const value = gathering.formOf({
      id: maya.key,
      createdAt: from,
      updatedAt: from,
      rev: 'r1',
      name: 'Trade fair',
      from,
    });
    expect(gathering.toSave(value, now)).toMatchObject({ input: { gathering: { from } } });
  });

  it('says when and with whom', () => {
    expect(whenWords({ from: '2026-06-18T08:00:00Z', to: '2026-06-18T10:00:00Z' }, today)).toBe(
      'Thu 18 Jun, 08:00 to 10:00',
    );
    expect(whenWords({ from: '2026-06-18T08:00:00Z', to: '2026-06-19T17:00:00Z' }, today)).toBe(
      'Thu 18 Jun, 08:00 to Fri 19 Jun, 17:00',
    );
    expect(metWords(1, false)).toBe('1 person met');
    expect(metWords(2, true)).toBe('2 people expected');
    expect(leafOf('2026-06-18T08:00:00Z', today)).toEqual({
      weekday: 'Thu',
      date: '18',
      month: 'Jun',
      year: '',
    });
    expect(groupOf({ from: '2025-06-18T08:00:00Z' }, now)).toBe('2025');
  });
});
