import { describe, expect, it } from 'vitest';
import { aroundFirstMark, matchRank } from '../../../renderer/app/palette/match';

describe('the palette', () => {
  it('finds a command by the beginnings of its words, in any order', () => {
    expect(matchRank('Back up now', 'now ba')).not.toBeNull();
    expect(matchRank('Back up now', 'restore')).toBeNull();
  });

  it('ignores case and accents', () => {
    expect(matchRank('Écrire', 'ECR')).not.toBeNull();
  });

  it('puts a beginning before the middle of a word', () => {
    const begins = matchRank('People', 'pe') ?? Infinity;
    const later = matchRank('New person', 'pe') ?? Infinity;
    const inside = matchRank('Open the last draft', 'pe') ?? Infinity;
    expect(begins).toBeLessThan(later);
    expect(later).toBeLessThan(inside);
  });

  it('offers everything while nothing is typed', () => {
    expect(matchRank('Undo', '  ')).toBe(0);
  });
});

describe('what was found in a text', () => {
  const text = 'A photograph of her desk: our checklist, laminated, with a coffee ring on it';
  const at = text.indexOf('coffee');

  it('is in sight at the beginning of the line', () => {
    const cut = aroundFirstMark({ text, marks: [[at, at + 6]] });
    const [from, to] = cut.marks[0] ?? [0, 0];
    expect(cut.text).toBe('…our checklist, laminated, with a coffee ring on it');
    expect(cut.text.slice(from, to)).toBe('coffee');
  });

  it('is left alone where it is in sight anyway', () => {
    const whole = { text, marks: [[2, 12]] satisfies [number, number][] };
    expect(aroundFirstMark(whole)).toEqual(whole);
    expect(aroundFirstMark({ text, marks: [] }).text).toBe(text);
  });

  it('is cut even where no space is near', () => {
    const long = `${'x'.repeat(60)}coffee`;
    const cut = aroundFirstMark({ text: long, marks: [[60, 66]] });
    expect(cut).toEqual({ text: '…coffee', marks: [[1, 7]] });
  });
});
