import { describe, expect, it } from 'vitest';
import {
  emptyRound,
  emptyRounds,
  isEmptyRounds,
  newInOtherRows,
  type RoundsDraft,
  roundsFieldOf,
  toRounds,
} from '../../../../renderer/features/debrief/rounds/rounds-draft';
import { localInstant } from '../../../../shared/model/time';

const now = new Date(2026, 10, 22, 16, 10);
const AT = localInstant(new Date(2026, 10, 21, 19, 0));
const ada = { key: 'new:1', name: 'Ada Byrne' };

function rounds(fields: Partial<RoundsDraft>): RoundsDraft {
  return {
    ...emptyRounds(AT, 'a'),
    gathering: { id: null, name: 'Thursday Club' },
    rounds: [{ ...emptyRound('a'), people: [ada], words: 'Tax', ease: 4 }, emptyRound('b')],
    ...fields,
  };
}

describe('one-to-one rounds', () => {
  it('make a new gathering and a meeting of each row that is not empty', () => {
    const conversion = toRounds(rounds({ minutesPerRound: '10' }), now, 'd');
    expect(conversion).toEqual({
      kind: 'ready',
      input: {
        draftId: 'd',
        gathering: {
          fields: { name: 'Thursday Club', from: AT, format: 'oneToOneRounds', minutesPerRound: 10 },
        },
        rounds: [
          {
            editing: null,
            interaction: {
              participants: [{ personId: 'new:1' }],
              status: 'held',
              at: AT,
              kind: 'oneToOne',
              minutes: 10,
              notes: 'Tax',
              ease: 4,
            },
            newPeople: [ada],
            promises: [],
          },
        ],
      },
    });
  });

  it('follow each other by the minutes of a round', () => {
    const two = [
      { ...emptyRound('a'), people: [ada] },
      { ...emptyRound('b'), people: [ada] },
    ];
    const conversion = toRounds(rounds({ rounds: two, minutesPerRound: '10 min' }), now, 'd');
    const ats =
      conversion.kind === 'ready' ? conversion.input.rounds.map((round) => round.interaction.at) : [];
    expect(ats.map((at) => at.slice(11, 16))).toEqual(['19:00', '19:10']);
  });

  it.each<[string, Partial<RoundsDraft>, string]>([
    ['no gathering', { gathering: null }, 'gathering'],
    ['no rounds', { rounds: [emptyRound('a')] }, 'round.a.people'],
    ['a round with nobody', { rounds: [{ ...emptyRound('a'), words: 'x' }] }, 'round.a.people'],
    ['a date', { whenText: 'nonsense' }, 'when'],
    ['a length', { minutesPerRound: 'few' }, 'minutesPerRound'],
  ])('ask for another look: %s', (_name, fields, field) => {
    const conversion = toRounds(rounds(fields), now, 'd');
    expect(conversion.kind === 'issues' && conversion.issues[0]?.field).toBe(field);
  });

  it('leave no draft while nothing is in them', () => {
    const opened = emptyRounds(AT, 'a');
    expect(isEmptyRounds(opened, opened)).toBe(true);
    expect(isEmptyRounds(rounds({}), opened)).toBe(false);
  });
});

describe('what was refused', () => {
  const draft = rounds({
    rounds: [emptyRound('a'), { ...emptyRound('b'), people: [ada] }, { ...emptyRound('c'), people: [ada] }],
  });

  it.each([
    ['rounds.0.interaction.at', 'round.b.people'],
    ['rounds.1.interaction.at', 'round.c.people'],
    ['rounds.1.interaction.notes', 'round.c.words'],
    ['rounds.0.newPeople.0.name', 'round.b.people'],
    ['gathering.fields.name', 'gathering'],
  ])('%s is said at the row it is about', (path, field) => {
    expect(roundsFieldOf(path.split('.'), draft)).toBe(field);
  });
});

describe('somebody new', () => {
  it('is offered in the other rows, once', () => {
    const bea = { key: 'new:2', name: 'Bea' };
    const known = { key: '0196e7c5', name: 'Cem' };
    const draft = rounds({
      rounds: [
        { ...emptyRound('a'), people: [ada] },
        { ...emptyRound('b'), people: [bea] },
        { ...emptyRound('c'), people: [ada] },
        { ...emptyRound('d'), people: [known] },
      ],
    });
    expect(newInOtherRows(draft, 'b')).toEqual([ada]);
    expect(newInOtherRows(draft, 'd')).toEqual([ada, bea]);
  });
});
