import { describe, expect, it } from 'vitest';
import { dayHeading, placeInDay } from '../../../../renderer/features/journal/day-groups';
import * as journal from '../../../../renderer/features/journal/journal-view';
import * as people from '../../../../renderer/features/people/people-view';
import { firstOf, readWords, rhythmWords, workWords } from '../../../../renderer/features/people/row-words';

describe('the list of people', () => {
  it('asks only for what is filtered by', () => {
    expect(people.queryOf(people.everyone)).toEqual({ sort: 'name', descending: false });
    expect(people.queryOf({ ...people.everyone, text: '  maya ', stages: ['like'], ring: 'close' })).toEqual({
      text: 'maya',
      stages: ['like'],
      ring: 'close',
      sort: 'name',
      descending: false,
    });
  });

  it('does not take an order for a filter, and clearing keeps the order', () => {
    const sorted = people.sortedBy(people.everyone, 'stage');
    expect(people.isFiltered(sorted)).toBe(false);
    expect(people.isFiltered({ ...sorted, text: '   ' })).toBe(false);
    expect(people.withoutFilters({ ...sorted, tag: 'club' })).toEqual(sorted);
  });

  it('turns the order round when it is asked for again', () => {
    const once = people.sortedBy(people.everyone, 'rhythm');
    expect(once).toMatchObject({ sort: 'rhythm', descending: false });
    expect(people.sortedBy(once, 'rhythm')).toMatchObject({ sort: 'rhythm', descending: true });
    expect(people.sortedBy(once, 'added')).toMatchObject({ sort: 'added', descending: true });
  });

  it('says the rhythm with its figures', () => {
    expect(rhythmWords({ rhythm: 'due', gapDays: 31, expectedDays: 24.4 })).toEqual({
      state: 'Due',
      reason: '31 days ago, usually every 24 days',
      tone: 'soon',
    });
    expect(rhythmWords({ rhythm: 'never', gapDays: null, expectedDays: 90 }).reason).toBe('');
    expect(rhythmWords({ rhythm: 'quiet', gapDays: 400, expectedDays: 90 }).reason).toBe('400 days ago');
  });

  it('mentions the own read only where it differs', () => {
    expect(readWords({ stage: 'like', read: 'trust' })).toBe('your read: Trust');
    expect(readWords({ stage: 'like', read: 'like' })).toBeNull();
    expect(readWords({ stage: 'like', read: null })).toBeNull();
  });

  it('says where somebody works with what is known', () => {
    expect(workWords({ role: 'Tax adviser', organisation: 'Okonjo & Reed' })).toBe(
      'Tax adviser, Okonjo & Reed',
    );
    expect(workWords({ organisation: 'Okonjo & Reed' })).toBe('Okonjo & Reed');
    expect(workWords({})).toBe('');
  });

  it('leaves out two or more, never one', () => {
    expect(firstOf([1, 2, 3, 4], 3)).toEqual({ shown: [1, 2, 3, 4], more: 0 });
    expect(firstOf([1, 2, 3, 4, 5], 3)).toEqual({ shown: [1, 2, 3], more: 2 });
  });
});

describe('the journal', () => {
  const today = '2026-06-18';

  it('shows what has been apart from what is to come', () => {
    const query = journal.queryOf(journal.everything);
    expect(journal.pastOf(query, today)).toEqual({ to: today });
    expect(journal.comingOf(query, today)).toEqual({ from: '2026-06-19' });
  });

  it('has nothing to come when the dates end today', () => {
    expect(journal.comingOf({ to: today }, today)).toBeNull();
    expect(journal.comingOf({ from: '2026-07-01', to: '2026-07-31' }, today)).toEqual({
      from: '2026-07-01',
      to: '2026-07-31',
    });
    expect(journal.pastOf({ to: '2026-01-31' }, today)).toEqual({ to: '2026-01-31' });
  });

  it('does not ask for dates that end before they start', () => {
    const view = { ...journal.everything, from: '2026-06-10', to: '2026-06-01' };
    expect(journal.spanProblem(view)).toBe('This ends before it starts.');
    expect(journal.queryOf(view)).toEqual({});
  });

  it('names days as people do', () => {
    expect(dayHeading('2026-06-18', today)).toBe('Today');
    expect(dayHeading('2026-06-17', today)).toBe('Yesterday');
    expect(dayHeading('2026-06-16', today)).toBe('Tue 16 Jun');
    expect(dayHeading('2025-06-16', today)).toBe('Mon 16 Jun 2025');
  });

  it('puts a day’s entries in one card', () => {
    expect(placeInDay(undefined, today, today)).toEqual({ first: true, last: false });
    expect(placeInDay(today, today, '2026-06-17')).toEqual({ first: false, last: true });
  });
});
