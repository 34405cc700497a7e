import { describe, expect, it } from 'vitest';
import { ReadableJournal } from '../../../electron/journal/journal';
import { Tables } from '../../../electron/journal/tables/tables';
import { recordWords } from '../../../cli/check-words';
import { exitCodes, stopFor } from '../../../cli/exit-codes';
import { findPeople } from '../../../cli/find-person';
import { columns, paragraphs } from '../../../cli/layout';
import { stableJson } from '../../../cli/stable-json';
import { person, testId } from '../builders';

function found(name: string, ...people: Parameters<typeof person>[0][]): string[] {
  const tables = new Tables();
  for (const [index, fields] of people.entries())
    tables.put('person', person({ id: testId(index + 1), ...fields }));
  const journal = new ReadableJournal(tables, () => new Date('2026-05-04T09:30:00Z'));
  return findPeople(journal, name).map((one) => one.name);
}

describe('whom a name means', () => {
  const anna = { name: 'Anna Weiß' };
  const annabel = { name: 'Annabel Groß', organisation: 'Weiss & Sons' };
  const jean = { name: 'Jean-Luc Besson' };

  it.each([
    ['anna weiss', ['Anna Weiß']],
    ['ANNA', ['Anna Weiß', 'Annabel Groß']],
    ['weiß', ['Anna Weiß']],
    ['sons', ['Annabel Groß']],
    ['luc', ['Jean-Luc Besson']],
    ['Bessson', ['Jean-Luc Besson']],
    ['nobody', []],
    ['  ', []],
  ])('%j: a name before an organisation, and a typo last', (name, names) => {
    expect(found(name, anna, annabel, jean)).toEqual(names);
  });

  it('is whoever has exactly this name, and all who have the same one', () => {
    expect(found('anna', { name: 'Anna' }, annabel)).toEqual(['Anna']);
    expect(found('Ánna', { name: 'Anna' }, { name: 'ANNA' }, annabel)).toEqual(['Anna', 'ANNA']);
  });
});

describe('text for a terminal', () => {
  it('has cells below each other and no spaces at the ends', () => {
    expect(
      columns([
        ['a', 'long'],
        ['longer', 'b'],
      ]),
    ).toEqual(['a       long', 'longer  b']);
  });

  it('has nothing in it that moves the cursor', () => {
    expect(paragraphs([['a\u001b[31m red\u009b2J\u0007'], [], ['b\tc']])).toBe('a[31m red2J\n\nb\tc\n');
  });

  it('counts in words', () => {
    expect(recordWords({ person: 1, interaction: 1903, promise: 0 })).toBe('1 person, 1,903 entries');
    expect(recordWords({})).toBe('nothing');
  });
});

describe('stable JSON', () => {
  it('has the fields of every object by name, and leaves lists as they are', () => {
    expect(stableJson({ b: [{ d: 1, c: [3, 1, 2] }], a: null })).toBe('{"a":null,"b":[{"c":[3,1,2],"d":1}]}');
  });
});

describe('exit codes', () => {
  it.each([
    [{ kind: 'damaged', file: 'f', detail: 'd' }, exitCodes.problems],
    [{ kind: 'notABackup', path: 'p' }, exitCodes.problems],
    [{ kind: 'locked', folder: 'f', holder: 'h' }, exitCodes.refused],
    [{ kind: 'wrongPassphrase', path: 'p', sure: true }, exitCodes.refused],
    [{ kind: 'diskFull', path: 'p' }, exitCodes.unreachable],
    [{ kind: 'unexpected', detail: 'd' }, exitCodes.unreachable],
  ] as const)('%j', (failure, code) => {
    expect(stopFor(failure).exitCode).toBe(code);
  });
});
