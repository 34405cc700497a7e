import { describe, expect, it } from 'vitest';
import { merged } from '../../../../renderer/features/history/merged';
import type { RecordVersion } from '../../../../shared/contract/versions';
import { person } from '../../builders';

function version(hour: number, organisation: string, until: number | null): RecordVersion {
  return {
    key: String(hour),
    from: at(hour),
    until: until === null ? null : at(until),
    record: person({ organisation, rev: String(hour) }),
    backup: null,
  };
}

function at(hour: number): string {
  return `2026-05-04T${String(hour).padStart(2, '0')}:00:00Z`;
}

describe('the versions of a record', () => {
  it('that say the same as the one before are one version, which began with the first of them', () => {
    const own = [
      version(13, 'Helix', null),
      version(12, 'Helix', 13),
      version(11, 'Orbit', 12),
      version(10, 'Orbit', 11),
    ];
    const { versions } = merged({ versions: own, names: [] }, undefined);
    expect(versions.map(({ key, from, until }) => ({ key, from, until }))).toEqual([
      { key: '13', from: at(12), until: null },
      { key: '11', from: at(10), until: at(12) },
    ]);
  });

  it('stay apart when something else was said in between', () => {
    const own = [version(12, 'Helix', null), version(11, 'Orbit', 12), version(10, 'Helix', 11)];
    expect(merged({ versions: own, names: [] }, undefined).versions).toHaveLength(3);
  });
});
