import { describe, expect, it } from 'vitest';
import { funnelSteps } from '../../../../renderer/features/gatherings/funnel-words';
import {
  balanceFinding,
  connectFinding,
  groundFinding,
  promisesFinding,
} from '../../../../renderer/features/insights/findings';
import { lengthWords } from '../../../../shared/words/spans';
import { overviewOf } from '../../../../shared/insight/network/overview';
import { defaultNorms, normsWith } from '../../../../shared/insight/norms';
import { instant } from '../../builders';

const own = normsWith(
  new Map([
    ['balance.exchangesNeeded', 4],
    ['balance.span', 180],
    ['comparison.ground', 7],
    ['comparison.connectWithin', 45],
    ['comparison.connectSoon', 10],
  ]),
);
const nobody = overviewOf([], instant('2026-06-21'), own);

describe('findings say the figures that are in use', () => {
  it('those that the user fixed', () => {
    expect(balanceFinding(nobody)).toBe('Too early to say: nobody has 4 exchanges within 180 days yet');
    expect(groundFinding(nobody)).toBe('Too early to say: two kinds of ground need 7 meetings each');
    expect(connectFinding(nobody)).toContain('more than 45 days ago');
    const none = { met: [], within14: [], within60: [], pending: [], liked: [], trusted: [] };
    const counted = { gatherings: 1, given: 0, received: 0, minutes: 0, cost: [] };
    const labels = funnelSteps({ ...none, ...counted }, own.comparison).map(({ label }) => label);
    expect(labels).toContain('In touch again within 10 days');
    expect(labels).toContain('In touch again within 45 days');
  });

  it('and otherwise the defaults', () => {
    const usual = overviewOf([], instant('2026-06-21'), defaultNorms);
    expect(balanceFinding(usual)).toBe('Too early to say: nobody has 3 exchanges within twelve months yet');
    expect(promisesFinding(usual.promises)).toBe('Too early to say who keeps their word');
  });

  it.each([
    [365, 'twelve months'],
    [366, '366 days'],
    [1, '1 day'],
  ])('%d days as a limit: %s', (days, words) => expect(lengthWords(days)).toBe(words));
});
