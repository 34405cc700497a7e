import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, findMarks, foldText, searchWords } from '../../../shared/fold-text';

describe('folding', () => {
  it.each([
    ['Größe', 'grosse'],
    ['GROSSE', 'grosse'],
    ['Hélène', 'helene'],
    ['Łukasz Ødegård', 'lukasz odegard'],
    ['İstanbul', 'istanbul'],
    ['مرحبا', 'مرحبا'],
    ['Siobhán O’Brien', "siobhan o'brien"],
    ['„Jean‑Luc“ – naïve…', '"jean-luc" - naive...'],
  ])('%s is compared as %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('folded once or twice is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

describe('marks', () => {
  it('point into the text as it was written', () => {
    const text = 'Straße nach São Paulo 👋 STRASSE';
    expect(findMarks(text, searchWords('strasse sao')).map(([from, to]) => text.slice(from, to))).toEqual([
      'Straße',
      'São',
      'STRASSE',
    ]);
  });

  it('are found however quotes and dashes were typed', () => {
    const text = 'O’Brien said… „2024–2026“';
    const marks = findMarks(text, searchWords(`o'brien said... 2024-2026`));
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['O’Brien', 'said…', '2024–2026']);
  });

  it('never overlap and never leave the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.string({ minLength: 1, maxLength: 3 })),
        (text, words) => {
          let last = 0;
          for (const [from, to] of findMarks(text, words.flatMap(searchWords))) {
            expect(from).toBeGreaterThanOrEqual(last);
            expect(to).toBeGreaterThan(from);
            last = to;
          }
          expect(last).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});

describe('an excerpt', () => {
  it('shows the hit of a long text with its marks in place', () => {
    const text = `${'word '.repeat(400)}needle${' word'.repeat(400)}`;
    const excerpt = excerptOf(text, ['needle'], 100);
    expect(excerpt.text.length).toBeLessThan(110);
    expect(excerpt.marks.map(([from, to]) => excerpt.text.slice(from, to))).toEqual(['needle']);
  });

  it('of a text without a hit is its beginning', () => {
    expect(excerptOf('short', ['none'])).toEqual({ text: 'short', marks: [] });
  });
});
