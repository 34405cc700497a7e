import { describe, expect, it } from 'vitest';
import { giftsOf } from '../../../../renderer/features/person/followup/first-words';
import { ANNA, BEN, interaction } from '../../builders';

const received = (kind: 'advice' | 'introduction' | 'referral', personId?: string) => ({
  direction: 'received' as const,
  kind,
  size: 2 as const,
  ...(personId === undefined ? {} : { personId }),
});

describe('giftsOf', () => {
  it('names each kind once, what they gave and nobody else', () => {
    const entries = [
      interaction('2026-05-01', { exchanges: [received('introduction'), received('advice', ANNA)] }),
      interaction('2026-04-01', { exchanges: [received('advice'), received('referral', BEN)] }),
      interaction('2026-03-01', { exchanges: [{ direction: 'given', kind: 'business', size: 3 }] }),
    ];
    expect(giftsOf(ANNA, entries)).toBe('introduction and advice');
  });

  it('is nothing when nothing was received', () => {
    expect(giftsOf(ANNA, [interaction('2026-05-01')])).toBeNull();
  });
});
