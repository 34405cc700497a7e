import { describe, expect, it } from 'vitest';
import { matchRank } from '../../../renderer/app/palette/match';

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
