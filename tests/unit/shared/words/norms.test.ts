import { describe, expect, it } from 'vitest';
import {
  figureText,
  figureTyped,
  normValue,
  rangeWords,
  refusalWords,
  topicLabels,
  topicOf,
} from '../../../../shared/words/norms';
import { refusalOf } from '../../../../shared/insight/norm-limits';
import { normNames, normsByName, normsWith } from '../../../../shared/insight/norms';

const norms = normsWith(new Map());

describe('a norm in a field', () => {
  it('is read back as it was shown, for every norm', () => {
    for (const name of normNames) {
      const value = normsByName.get(name)?.value ?? NaN;
      expect({ name, value: figureTyped(name, figureText(name, value)) }).toEqual({
        name,
        value: expect.closeTo(value, 3),
      });
      expect(Object.keys(topicLabels)).toContain(topicOf(name));
    }
  });

  it('takes a comma and a percent sign, and no words', () => {
    expect(figureTyped('balance.talkALot', '62,5 %')).toBe(0.625);
    expect(figureTyped('rhythm.ring.close', ' 21 ')).toBe(21);
    expect(figureTyped('rhythm.ring.close', 'three weeks')).toBeNull();
    expect(figureTyped('rhythm.ring.close', '')).toBeNull();
  });

  it('has its unit in words', () => {
    expect(normValue('rhythm.ring.close', 1)).toBe('1 day');
    expect(normValue('balance.evenLean', 1 / 3)).toBe('33%');
    expect(normValue('stage.likeEase', 3.5)).toBe('3.5 of 5');
    expect(normValue('rhythm.dueUpTo', 1.5)).toBe('1.5 times');
  });

  it('says why a figure is refused', () => {
    const refused = (value: number) => {
      const refusal = refusalOf('rhythm.ring.close', value, norms);
      return refusal && refusalWords('rhythm.ring.close', refusal);
    };
    expect(refused(21)).toBeNull();
    expect(refused(5)).toBe('Not below 7 days, as “Your inner ring: in touch every” is set.');
    expect(refused(200)).toBe('Not above 180 days, as “Your active ring: in touch every” is set.');
    expect(refused(2.5)).toBe('A whole number from 1 to 3650.');
    expect(rangeWords('balance.talkALot')).toBe('A number from 0 to 100.');
  });
});
