import { describe, expect, it } from 'vitest';
import { balanceByMonth } from '../../../../shared/insight/balance-months';
import type { Interaction } from '../../../../shared/model/interaction';
import { BEN, email, instant, interaction, sliceOf } from '../../builders';

function months(records: Interaction[], asOf = '2026-03-15') {
  return balanceByMonth(sliceOf(records), instant(asOf));
}

const gift = interaction('2025-11-20', { exchanges: [{ direction: 'given', kind: 'advice', size: 3 }] });
const help = interaction('2026-02-10', {
  initiatedBy: 'them',
  talkShare: 0.4,
  minutes: 60,
  exchanges: [{ direction: 'received', kind: 'favour', size: 2 }],
});

describe('the balance by month', () => {
  it('has every month from the first that says something to the one asked for', () => {
    expect(months([help, gift, interaction('2025-09-01')])).toEqual([
      {
        month: '2025-11',
        given: 3,
        received: 0,
        net: 3,
        talkShare: null,
        initiative: null,
        evidence: [{ kind: 'exchange', id: gift.id, index: 0 }],
      },
      { month: '2025-12', given: 0, received: 0, net: 3, talkShare: null, initiative: null, evidence: [] },
      { month: '2026-01', given: 0, received: 0, net: 3, talkShare: null, initiative: null, evidence: [] },
      {
        month: '2026-02',
        given: 0,
        received: 2,
        net: 1,
        talkShare: 0.4,
        initiative: 0,
        evidence: [
          { kind: 'exchange', id: help.id, index: 0 },
          { kind: 'interaction', id: help.id },
        ],
      },
      { month: '2026-03', given: 0, received: 0, net: 1, talkShare: null, initiative: null, evidence: [] },
    ]);
  });

  it('is empty when nothing says anything of balance', () => {
    expect(months([])).toEqual([]);
    expect(months([interaction('2026-01-01', { exchanges: [] })])).toEqual([]);
    const bens = interaction('2026-01-01', {
      exchanges: [{ direction: 'given', kind: 'advice', size: 1, personId: BEN }],
    });
    expect(months([bens])).toEqual([]);
  });

  it('leaves out what is later', () => {
    expect(months([gift, help], '2025-12-31').map(({ month }) => month)).toEqual(['2025-11', '2025-12']);
  });

  it('takes each month’s own mean', () => {
    const records = [
      interaction('2026-01-05', { talkShare: 0.2, minutes: 90, initiatedBy: 'me' }),
      interaction('2026-01-20', { talkShare: 0.8, initiatedBy: 'both' }),
      interaction('2026-02-05', { talkShare: 0.5 }),
      email('2026-02-06'),
    ];
    const [january, february] = months(records, '2026-02-28');
    expect(january?.talkShare).toBeCloseTo((0.2 * 90 + 0.8 * 30) / 120, 12);
    expect(january?.initiative).toBe(0.75);
    expect(february).toMatchObject({ talkShare: 0.5, initiative: 1 });
  });

  it('takes the month where it happened', () => {
    const midnight = interaction('2026-03-01T00:30:00+01:00', { initiatedBy: 'me' });
    expect(months([midnight]).map(({ month }) => month)).toEqual(['2026-03']);
  });
});
