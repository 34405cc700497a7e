import { describe, expect, it } from 'vitest';
import { differenceWords } from '../../../../shared/words/history';
import { ANNA, BEN } from '../../builders';

const names = new Map([[ANNA, 'Anna Lind']]);

function words(field: string, removed: unknown[], added: unknown[] = []) {
  const { field: label, ...rest } = differenceWords({ field, removed, added }, names);
  return { label, ...rest };
}

describe('a difference in words', () => {
  it.each([
    ['followUpReason', 'the lease', 'Reason to follow up', 'the lease'],
    ['talkShare', 0.47, 'I talked', '47%'],
    ['travelMinutes', 80, 'On the way', '1 h 20'],
    ['mentor', true, 'Mentor', 'yes'],
    ['standing.kind', 'letGo', 'Where you stand', 'Let go'],
    ['status', 'broken', 'Status', 'broken'],
    ['status', 'planned', 'Status', 'Planned'],
    ['personId', ANNA, 'With', 'Anna Lind'],
    ['met.introducedBy', BEN, 'Introduced by', 'Somebody no longer in the journal'],
    ['avatar', 'data:image/png;base64,AAAA', 'Picture', 'a picture'],
    ['newField', 'x', 'New field', 'x'],
    ['participants', { personId: ANNA, note: 'tired' }, 'Who', 'Anna Lind, tired'],
    ['channels', { kind: 'email', value: 'a@b.example' }, 'How to reach them', 'E-mail, a@b.example'],
    ['exchanges', { direction: 'given', kind: 'advice', size: 3 }, 'Given and received', 'gave advice, big'],
    ['conduct', { who: 'me', code: 'late' }, 'Conduct', 'you, late'],
  ])('%s: %j', (field, value, label, expected) => {
    expect(words(field, [value], [value])).toEqual({ label, removed: [expected], added: [expected] });
  });
});
