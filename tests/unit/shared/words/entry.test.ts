import { describe, expect, it } from 'vitest';
import { foldNotes } from '../../../../renderer/ui/EntryCard/EntryWords';
import { keepKnownAddress } from '../../../../renderer/ui/Markdown/MarkedUp';
import { entryChips, entryHeadline, promiseChip } from '../../../../shared/words/entry';
import type { Interaction } from '../../../../shared/model/interaction';
import type { PromiseRecord } from '../../../../shared/model/promise';

const TODAY = '2026-06-25';
const MAYA = 'maya';
const RUTH = 'ruth';

function entry(over: Partial<Interaction>): Interaction {
  return {
    id: 'i',
    createdAt: '2026-06-18T15:00:00+01:00',
    updatedAt: '2026-06-18T15:00:00+01:00',
    rev: 'r',
    participants: [{ personId: MAYA }],
    status: 'held',
    at: '2026-06-18T15:00:00+01:00',
    kind: 'coffee',
    ...over,
  };
}

function promise(over: Partial<PromiseRecord>): PromiseRecord {
  return {
    id: 'p',
    createdAt: '2026-06-18T15:00:00+01:00',
    updatedAt: '2026-06-18T15:00:00+01:00',
    rev: 'r',
    personId: MAYA,
    by: 'me',
    what: 'the checklist',
    madeOn: '2026-06-18',
    status: 'open',
    ...over,
  };
}

const words = (over: Partial<Interaction>, gathering: string | null = null) => {
  const { what, rest } = entryHeadline(entry(over), gathering);
  return rest === '' ? what : `${what} | ${rest}`;
};

describe('the first line of an entry', () => {
  it.each([
    [
      { minutes: 50, place: 'a café', ground: 'neutral', initiatedBy: 'me' },
      'Coffee, 50 minutes | at a café, level ground · you asked',
    ],
    [{ kind: 'call', minutes: 20, initiatedBy: 'them' }, 'Call, 20 minutes | they called'],
    [{ kind: 'call', initiatedBy: 'me', answered: false }, 'Call | you called, no answer'],
    [
      { kind: 'email', initiatedBy: 'them', answered: true, answeredAt: '2026-06-18T18:00:00+01:00' },
      'E-mail | they wrote, you answered in 3 hours',
    ],
    [{ kind: 'email', initiatedBy: 'me', answered: false }, 'E-mail | you wrote, no reply'],
    [
      { kind: 'meal', minutes: 80, status: 'cancelled', calledOffBy: 'them' },
      'Meal, 80 minutes | cancelled by them',
    ],
    [{ kind: 'video', ground: 'online', minutes: 60 }, 'Video call, 1 hour'],
    [{}, 'Coffee'],
  ] as [Partial<Interaction>, string][])('%o', (over, line) => expect(words(over)).toBe(line));

  it('names the gathering', () => {
    expect(words({ kind: 'gathering', minutes: 10, place: 'Town Hall' }, 'Thursday Club')).toBe(
      'Thursday Club, 10 minutes | at Town Hall',
    );
    expect(words({ kind: 'oneToOne' }, 'Thursday Club')).toBe('One-to-one | at Thursday Club');
  });
});

describe('the facts of an entry', () => {
  const texts = (over: Partial<Interaction>, personId?: string) =>
    entryChips(entry(over), [], TODAY, personId).map(({ text }) => text);

  it('are words, exchanges first', () => {
    expect(
      texts({
        exchanges: [
          { direction: 'given', kind: 'advice', size: 2 },
          { direction: 'received', kind: 'introduction', size: 3 },
        ],
        talkShare: 0.47,
        ease: 5,
        openness: 5,
        stageRead: 'trust',
        repaired: true,
      }),
    ).toEqual([
      'gave advice',
      'received an introduction, big',
      'talk 47%',
      'easy 5',
      'open 5',
      'put right',
      'your read: Trust',
    ]);
  });

  it('are those of the person whose page it is', () => {
    const shared: Partial<Interaction> = {
      participants: [{ personId: MAYA, ease: 2 }, { personId: RUTH }],
      ease: 4,
      exchanges: [
        { personId: RUTH, direction: 'given', kind: 'advice', size: 2 },
        { direction: 'received', kind: 'invitation', size: 2 },
      ],
    };
    expect(texts(shared, MAYA)).toEqual(['received an invitation', 'easy 2']);
    expect(texts(shared, RUTH)).toEqual(['gave advice', 'received an invitation', 'easy 4']);
  });

  it('name a pitch nobody asked for, but not its absence', () => {
    expect(texts({ pitch: { mine: 'none', theirs: 'uninvited' }, ask: { mine: 'referral' } })).toEqual([
      'they pitched, uninvited',
      'you asked for a referral',
    ]);
  });

  it('say how a promise stands', () => {
    expect(promiseChip(promise({ status: 'kept', closedOn: '2026-06-22' }), TODAY)).toMatchObject({
      text: 'promise kept, Mon 22 Jun',
      tone: 'good',
      more: 'the checklist',
    });
    expect(promiseChip(promise({ dueOn: '2026-06-22' }), TODAY)).toMatchObject({
      text: 'you promised: the checklist by Mon 22 Jun',
      tone: 'warn',
    });
    expect(promiseChip(promise({ by: 'them', dueOn: '2026-06-25' }), TODAY).tone).toBe('plain');
  });
});

describe('long notes', () => {
  it('stay whole while folding would hide next to nothing', () => {
    expect(foldNotes('short')).toBe('short');
    expect(foldNotes('word '.repeat(160))).toHaveLength(800);
  });

  it('are folded by characters, at a word, and by lines', () => {
    const folded = foldNotes('word '.repeat(40_000));
    expect(folded.length).toBeLessThanOrEqual(701);
    expect(folded.endsWith('word…')).toBe(true);
    expect(foldNotes('a\n'.repeat(500)).split('\n')).toHaveLength(10);
  });
});

describe('links in the user’s words', () => {
  it.each([
    'https://example.org/a',
    'mailto:maya@example.org',
    `rapport://person/${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}`,
  ])('keeps %s', (address) => expect(keepKnownAddress(address)).toBe(address));

  it.each([
    'javascript:alert(1)',
    'http://example.org',
    'file:///etc/passwd',
    'data:text/html,x',
    '//x',
    'rapport://person/../x',
  ])('drops %s', (address) => expect(keepKnownAddress(address)).toBe(''));
});
