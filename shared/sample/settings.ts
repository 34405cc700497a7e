import type { Circle } from '../model/gathering';
import type { Season, TimeLog } from '../model/season';
import type { SampleCalendar, When } from './calendar';
import type { Directory } from './directory';
import { recordOf } from './records';
import type { CircleKey } from './story';

/** The week in which the sample journal begins. */
export const FIRST_WEEK: When = '78 mon';

export function sampleCircles(calendar: SampleCalendar): Map<CircleKey, Circle> {
  const at = calendar.instant(calendar.dateOf(FIRST_WEEK), '09:10');
  const record = (key: string) => recordOf(`circle ${key}`, at);
  return new Map<CircleKey, Circle>([
    [
      'club',
      {
        ...record('club'),
        name: 'The Thursday Club',
        kind: 'business club',
        purpose: 'business',
        notes:
          'Breakfast every other Thursday at a quarter past seven. Thirty members, no speeches, one rule: you may not sit where you sat the last time.',
      },
    ],
    [
      'founders',
      {
        ...record('founders'),
        name: 'Aire Valley Founders',
        kind: 'community',
        purpose: 'community',
        notes: 'Loose, friendly, mostly small firms between Leeds and Skipton.',
      },
    ],
    [
      'ledger',
      {
        ...record('ledger'),
        name: 'Ledger & Code',
        kind: 'peer group',
        purpose: 'learning',
        notes:
          'Accountants who code and coders who account, in four countries. I come to learn, not to sell.',
      },
    ],
    ['walkers', { ...record('walkers'), name: 'Sunday Fell Walkers', kind: 'friends', purpose: 'fun' }],
  ]);
}

export function sampleSeasons(calendar: SampleCalendar, directory: Directory): Season[] {
  const rescue = calendar.dateOf('78 mon');
  const turn = calendar.dateOf('47 mon');
  return [
    {
      ...recordOf('season rescue', calendar.instant(rescue, '09:30')),
      name: 'Spreadsheet rescue',
      from: rescue,
      to: calendar.dateOf('48 sun'),
      change: 'We take any small firm whose books live in spreadsheets, wherever it hurts.',
    },
    {
      ...recordOf('season trades', calendar.instant(turn, '09:30')),
      name: 'Firms that make and move things',
      from: turn,
      change:
        'From now on: makers, wholesalers, hauliers, people with stock. No more practices, clinics or lettings. Better work, fewer kinds of it. **Tell the people this affects before they find out.**',
      watch: [
        { personId: directory.id('maya'), toldOn: calendar.dateOf('47 thu') },
        { personId: directory.id('priya'), toldOn: calendar.dateOf('46 fri') },
        { personId: directory.id('joost'), toldOn: calendar.dateOf('47 tue') },
        { personId: directory.id('tomasz'), toldOn: calendar.dateOf('45 wed') },
        { personId: directory.id('mirela') },
        { personId: directory.id('ahmed') },
        { personId: directory.id('siobhan') },
      ],
    },
  ];
}

const TIME_LOGS: [when: When, channel: string, minutes: number, note?: string][] = [
  ['77 fri', 'Forums', 45, 'Answered two questions about VAT on deposits.'],
  ['74 wed', 'Newsletter', 120, 'First issue. Forty readers, nine of them family.'],
  ['70 tue', 'Forums', 60],
  ['66 fri', 'Follow-ups', 90, 'The pile from the Ledger Show.'],
  ['62 mon', 'Newsletter', 100],
  ['57 thu', 'Forums', 90, 'An hour and a half, and I enjoyed it more than it was worth.'],
  ['53 fri', 'Newsletter', 110],
  ['49 fri', 'Social posts', 40],
  ['46 mon', 'Website', 180, 'Rewrote the front page for the new direction.'],
  ['42 wed', 'Forums', 30],
  ['38 fri', 'Newsletter', 95, 'The issue about saying no. Most replies ever.'],
  ['33 mon', 'Club errands', 60, 'Seating plan for Agnes.'],
  ['29 tue', 'Forums', 25],
  ['25 thu', 'Follow-ups', 80, 'After the workshop.'],
  ['20 wed', 'Letters', 70, 'To Walter’s daughters, and to three members who could not come.'],
  ['15 fri', 'Newsletter', 90],
  ['12 fri', 'Follow-ups', 75],
  ['8 mon', 'Social posts', 35],
  ['4 thu', 'Newsletter', 85],
  ['2 fri', 'Club errands', 50, 'Booked the room for the members’ supper.'],
];

export function sampleTimeLogs(calendar: SampleCalendar): TimeLog[] {
  return TIME_LOGS.map(([when, channel, minutes, note]) => {
    const date = calendar.dateOf(when);
    const at = calendar.instant(date, '18:15');
    return { ...recordOf(`time ${when}`, at), date, channel, minutes, ...(note && { note }) };
  });
}
