import { describe, expect, it } from 'vitest';
import { differencesBetween } from '../../../../shared/history/differences';
import { versionsOf } from '../../../../shared/history/versions';
import { person } from '../../builders';

const WRITTEN = '2026-01-01T09:00:00Z';
const MARCH = '2026-03-03T14:05:00Z';
const MAY = '2026-05-04T08:00:00Z';

describe('the versions of a record', () => {
  const [first, second, now] = ['Pilot', 'Captain', 'Owner'].map((role) => person({ role }));

  it('run from when each was written until the next one was', () => {
    const replaced = [
      { at: MARCH, before: first },
      { at: MAY, before: second },
    ];
    expect(versionsOf(replaced, now)).toEqual([
      { from: WRITTEN, until: MARCH, record: first },
      { from: MARCH, until: MAY, record: second },
      { from: MAY, until: null, record: now },
    ]);
  });

  it('end where the record was deleted, and begin again where it came back', () => {
    const replaced = [
      { at: MARCH, before: first },
      { at: MAY, before: undefined },
    ];
    expect(versionsOf(replaced, first)).toEqual([
      { from: WRITTEN, until: MARCH, record: first },
      { from: MAY, until: null, record: first },
    ]);
    expect(versionsOf(replaced.slice(0, 1), undefined)).toEqual([
      { from: WRITTEN, until: MARCH, record: first },
    ]);
  });

  it('are one where nothing but the revision differs', () => {
    const saved = person({ role: 'Pilot', rev: '1-test', updatedAt: MARCH });
    expect(versionsOf([{ at: MARCH, before: first }], saved)).toEqual([
      { from: WRITTEN, until: null, record: saved },
    ]);
  });

  it('of a record that was never changed are what it says', () => {
    expect(versionsOf([], now)).toEqual([{ from: WRITTEN, until: null, record: now }]);
  });
});

describe('the difference between two versions', () => {
  it('names each field with what went and what came, a list by its items', () => {
    const before = person({
      role: 'Pilot',
      tags: ['club', 'boats'],
      standing: { kind: 'active', since: '2026-01-01' },
    });
    const after = person({
      tags: ['boats', 'wine', 'wine'],
      organisation: 'Umbra',
      standing: { kind: 'resting', since: '2026-01-01' },
      rev: '9-test',
    });
    expect(differencesBetween(before, after)).toEqual([
      { field: 'role', removed: ['Pilot'], added: [] },
      { field: 'tags', removed: ['club'], added: ['wine', 'wine'] },
      { field: 'standing.kind', removed: ['active'], added: ['resting'] },
      { field: 'organisation', removed: [], added: ['Umbra'] },
    ]);
  });

  it('of a first version is all that it says', () => {
    expect(differencesBetween(null, person())).toEqual([{ field: 'name', removed: [], added: ['Anna'] }]);
  });
});
