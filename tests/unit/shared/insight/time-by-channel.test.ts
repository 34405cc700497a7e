import { expect, it } from 'vitest';
import { mondayOf, timeByChannel } from '../../../../shared/insight/time-by-channel';
import type { Gathering } from '../../../../shared/model/gathering';
import type { TimeLog } from '../../../../shared/model/season';
import { instant, interaction, nextId } from '../../builders';

const record = () => ({
  id: nextId(),
  createdAt: instant('2026-01-01'),
  updatedAt: instant('2026-01-01'),
  rev: '0',
});
const gathering = (fields: Partial<Gathering>): Gathering => ({
  ...record(),
  name: 'Breakfast',
  from: instant('2026-06-16'),
  ...fields,
});
const log = (date: string, channel: string, minutes: number): TimeLog => ({
  ...record(),
  date,
  channel,
  minutes,
});
const week = (spent: Partial<Parameters<typeof timeByChannel>[0]>) =>
  timeByChannel({ interactions: [], gatherings: [], timeLogs: [], ...spent }, '2026-06-15', '2026-06-21').map(
    ({ channel, minutes }) => [channel.kind === 'interaction' ? channel.of : channel.kind, minutes],
  );

it.each([
  ['2026-06-15', '2026-06-15'],
  ['2026-06-21', '2026-06-15'],
  ['2026-06-22', '2026-06-22'],
  ['1969-12-31', '1969-12-29'],
])('the Monday of %s is %s', (date, monday) => expect(mondayOf(date)).toBe(monday));

it('adds up what was held in those days, travel apart, most first', () => {
  const interactions = [
    interaction('2026-06-15', { minutes: 50, travelMinutes: 25 }),
    interaction('2026-06-21', { minutes: 10 }),
    interaction('2026-06-14', { minutes: 99 }),
    interaction('2026-06-22', { minutes: 99 }),
    interaction('2026-06-18', { minutes: 99, status: 'cancelled' }),
    interaction('2026-06-18', { kind: 'call' }),
  ];
  expect(week({ interactions })).toEqual([
    ['coffee', 60],
    ['travel', 25],
  ]);
});

it('counts the meetings at a gathering within its own time, and alone when it has none', () => {
  const breakfast = gathering({ minutes: 120 });
  const unknown = gathering({});
  const interactions = [
    interaction('2026-06-16', { minutes: 15, gatheringId: breakfast.id }),
    interaction('2026-06-16', { minutes: 20, gatheringId: unknown.id }),
  ];
  expect(week({ interactions, gatherings: [breakfast, unknown] })).toEqual([
    ['gatherings', 120],
    ['coffee', 20],
  ]);
});

it('takes a gathering’s length where no minutes were noted, at most a day', () => {
  const until = (to: string) => week({ gatherings: [gathering({ to: instant(to) })] });
  expect(until('2026-06-16T13:30:00Z')).toEqual([['gatherings', 90]]);
  expect(until('2026-06-19')).toEqual([['gatherings', 1440]]);
});

it('knows a channel of the user’s own whatever its case', () => {
  expect(week({ timeLogs: [log('2026-06-17', 'Forum', 90), log('2026-06-18', 'forum ', 30)] })).toEqual([
    ['own', 120],
  ]);
});
