import { describe, expect, it } from 'vitest';
import {
  networkFinding,
  networkSummary,
  personWords,
} from '../../../../renderer/features/network/network-words';
import type { NetworkPerson } from '../../../../shared/contract/network';
import { testId } from '../../builders';

function person(name: string, fields: Partial<NetworkPerson> = {}): NetworkPerson {
  return {
    id: testId(1),
    name,
    standing: 'active',
    stage: 'know',
    parent: null,
    others: [],
    below: 0,
    led: 0,
    liked: 0,
    depth: 1,
    row: 0,
    ...fields,
  };
}

describe('what the network says', () => {
  it('who led to the most people, and how far they came', () => {
    const people = [person('Ruth', { led: 7, liked: 3 }), person('Tom', { led: 2 })];
    expect(networkFinding(people)).toBe('Ruth led you to 7 people, 3 of them reached Like');
    expect(networkFinding([person('Ruth', { led: 1 }), person('Tom', { led: 1 })])).toBe(
      'Ruth and Tom led you to 1 person each',
    );
    expect(networkFinding([])).toBe('No introduction has been noted yet');
  });

  it('who is drawn and who is not', () => {
    const people = [person('Ruth', { led: 1 }), person('Uma', { parent: 0 })];
    expect(networkSummary({ people, apart: 0 })).toBe('1 person led you to 1');
    expect(networkSummary({ people, apart: 3 })).toBe(
      '1 person led you to 1; 3 people whom you met otherwise are not drawn',
    );
  });

  it('of each person: the stage, the introducers, and whom they led to', () => {
    const people = [
      person('Ruth', { led: 1, stage: 'trust' }),
      person('Tom', { led: 1 }),
      person('Uma', { parent: 0, others: [1], stage: 'none', standing: 'letGo' }),
    ];
    expect(personWords(-1, people)).toBe('You, 2 branches');
    expect(personWords(0, people)).toBe('Ruth, Trust, led you to 1 person');
    expect(personWords(2, people)).toBe('Uma, let go, not met yet, introduced by Ruth and Tom');
  });
});
