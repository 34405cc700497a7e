import { describe, expect, it } from 'vitest';
import { findInText } from '../../../../shared/debrief/found-in-text';

// A Saturday.
const meeting = new Date(2026, 5, 20, 15);

function promises(text: string) {
  return findInText(text, meeting).flatMap((found) =>
    found.kind === 'promise' ? [[found.by, found.what, found.dueOn]] : [],
  );
}

function exchanges(text: string) {
  return findInText(text, meeting).flatMap((found) =>
    found.kind === 'exchange' ? [`${found.direction} ${found.exchange}`] : [],
  );
}

describe('promises found in the words', () => {
  it.each<[string, [string, string, string | null][]]>([
    ['I promised the checklist by Monday.', [['me', 'the checklist', '2026-06-22']]],
    ['I promised to send her the deck by 3 July', [['me', 'send her the deck', '2026-07-03']]],
    ["I'll call the bank tomorrow", [['me', 'call the bank', '2026-06-21']]],
    ['I told her I would read the draft', [['me', 'read the draft', null]]],
    ['Will send the minutes', [['me', 'send the minutes', null]]],
    ['She will introduce me to her landlord.', [['them', 'introduce me to her landlord', null]]],
    ['Will introduce me to Tom by Friday', [['them', 'introduce me to Tom', '2026-06-26']]],
    ['Maya will send me two names on Tuesday', [['them', 'send me two names', '2026-06-23']]],
    ['He promised he would look at it', [['them', 'look at it', null]]],
  ])('%s', (text, expected) => {
    expect(promises(text)).toEqual(expected);
  });

  it('reads both sides of a sentence, as in the sketch', () => {
    const text =
      'She talked openly about the merger and asked how we handled ours. I promised the checklist by Monday; she will introduce me to her landlord.';
    expect(promises(text)).toEqual([
      ['me', 'the checklist', '2026-06-22'],
      ['them', 'introduce me to her landlord', null],
    ]);
  });

  it('cuts where a new subject begins', () => {
    expect(promises('I promised the contract by Friday and she will ask her lawyer')).toEqual([
      ['me', 'the contract', '2026-06-26'],
      ['them', 'ask her lawyer', null],
    ]);
  });

  it('says whose promise it is, when the text names somebody', () => {
    const names = (text: string) =>
      findInText(text, meeting).map((found) => (found.kind === 'promise' ? found.name : found.kind));
    expect(names('I promised Harriet the form by Friday')).toEqual(['Harriet']);
    expect(names('Maya will send me two names')).toEqual(['Maya']);
    expect(names('She will send me two names')).toEqual([null]);
  });

  it('reads a mention as the name', () => {
    expect(promises('[@Tom Reed](rapport://person/0198) will call me on Monday')).toEqual([
      ['them', 'call me', '2026-06-22'],
    ]);
  });

  it.each([
    'She will be forty in May',
    'We talked about promises in general',
    'I will never understand tax',
    'Nothing of note',
    '',
  ])('finds no promise in: %s', (text) => {
    expect(promises(text)).toEqual([]);
  });
});

describe('exchanges found in the words', () => {
  it.each([
    ['She introduced me to Tom', ['received introduction']],
    ['He gave me very good advice on pricing', ['received advice']],
    ['Lent me a book', ['received resource']],
    ['I introduced her to Ben', ['given introduction']],
    ['I helped him with the form', ['given favour']],
    ['She gave me an introduction to Tom', ['received introduction']],
    ['I gave her an introduction to Ben', ['given introduction']],
    ['I introduced myself', []],
  ])('%s', (text, expected) => {
    expect(exchanges(text)).toEqual(expected);
  });

  it('names each finding once', () => {
    expect(exchanges('She introduced me to Tom. Later she introduced me to Ben.')).toHaveLength(1);
  });
});

it('stays quick on 200,000 characters of anything', () => {
  const started = performance.now();
  findInText('I promised and promised, she will and will not '.repeat(4_300), meeting);
  findInText('a'.repeat(200_000), meeting);
  expect(performance.now() - started).toBeLessThan(2_000);
});
