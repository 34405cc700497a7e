import { describe, expect, it } from 'vitest';
import { entriesOf, forgetInRecord, type Forgetting } from '../../../../shared/forget/forget-record';
import { tracesOf } from '../../../../shared/forget/traces';
import type { Interaction } from '../../../../shared/model/interaction';
import { ANNA, BEN, interaction, person, promise, testId } from '../../builders';

const MAYA = testId(7);
const maya = person({ id: MAYA, name: 'Maya Okonjo' });

function forgetting(entries: Interaction[] = []): Forgetting {
  const others = [person(), person({ id: BEN, name: 'Ben Byrne' })];
  return { traces: tracesOf(MAYA, [maya], others), ...entriesOf(MAYA, entries) };
}

describe('an entry', () => {
  it('with nobody else goes, and so does a promise of theirs', () => {
    const alone = interaction('2026-05-04', { participants: [{ personId: MAYA }] });
    expect(forgetInRecord('interaction', alone, forgetting([alone]))).toBeNull();
    expect(forgetInRecord('promise', promise('2026-05-04', { personId: MAYA }), forgetting())).toBeNull();
  });

  it('with others stays, without what was noted of them, with somebody in their place', () => {
    const shared = interaction('2026-05-04', {
      participants: [{ personId: ANNA }, { personId: MAYA, note: 'shy' }],
      exchanges: [
        { personId: MAYA, direction: 'given', kind: 'advice', size: 2 },
        { personId: ANNA, direction: 'received', kind: 'referral', size: 1, aboutPersonId: MAYA },
      ],
      pitch: { mine: 'invited', personId: MAYA },
      conduct: [{ personId: MAYA, who: 'them', code: 'late' }],
      notes: 'Maya was late; Anna was not.',
      tags: ['Maya Okonjo'],
    });
    expect(forgetInRecord('interaction', shared, forgetting([shared]))).toEqual({
      ...shared,
      participants: [{ personId: ANNA }],
      exchanges: [{ personId: ANNA, direction: 'received', kind: 'referral', size: 1 }],
      pitch: undefined,
      conduct: [],
      notes: 'Somebody was late; Anna was not.',
      tags: ['Somebody'],
      unnamed: 1,
    });
  });

  it('of others that does not name them is left alone: the same record', () => {
    const other = interaction('2026-05-04', { notes: 'Maya in Mexico' });
    expect(forgetInRecord('interaction', other, forgetting())).toBe(other);
  });

  it('of others that names them in words keeps everything but the name', () => {
    const other = interaction('2026-05-04', { notes: 'Anna knows Maya Okonjo.', place: 'at Maya’s' });
    expect(forgetInRecord('interaction', other, forgetting())).toEqual({
      ...other,
      notes: 'Anna knows somebody.',
    });
  });
});

describe('another record', () => {
  it('keeps a promise to somebody else that was made in an entry that goes', () => {
    const alone = interaction('2026-05-04', { participants: [{ personId: MAYA }] });
    const other = promise('2026-05-04', { personId: ANNA, interactionId: alone.id });
    const left = forgetInRecord('promise', other, forgetting([alone]));
    expect(left).toMatchObject({ personId: ANNA, what: other.what });
    expect(left).not.toHaveProperty('interactionId');
  });

  it('drops an introduction and a line put off, and takes them from a list', () => {
    const { id, createdAt, updatedAt, rev } = person();
    const record = { id, createdAt, updatedAt, rev };
    const introduction = { ...record, by: MAYA, a: 'me', b: ANNA, at: '2026-05-04T12:00:00Z' };
    expect(forgetInRecord('introduction', introduction, forgetting())).toBeNull();
    const snooze = { ...record, line: `slipping:${MAYA}`, until: '2026-06-01' };
    expect(forgetInRecord('snooze', snooze, forgetting())).toBeNull();
    const season = {
      ...record,
      name: 'S',
      from: '2026-01-01',
      watch: [{ personId: MAYA }, { personId: ANNA }],
    };
    expect(forgetInRecord('season', season, forgetting())).toMatchObject({ watch: [{ personId: ANNA }] });
  });

  it('never takes somebody else’s own name apart, and keeps fields that this version does not know', () => {
    const other = person({
      name: 'Anna Maya Lind',
      notes: 'Maya introduced us.',
      met: { introducedBy: [MAYA, BEN] },
      ...{ future: { about: [MAYA], words: 'Maya Okonjo' } },
    });
    expect(forgetInRecord('person', other, forgetting())).toEqual({
      ...other,
      notes: 'Somebody introduced us.',
      met: { introducedBy: [BEN] },
      future: { about: [], words: 'Somebody' },
    });
  });
});
