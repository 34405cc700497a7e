import { describe, expect, it } from 'vitest';
import { formOf, newIntroduction, toSave } from '../../../../renderer/features/network/introduction-form';

const now = new Date(2026, 5, 18, 10, 0);
const ruth = { key: '01890000-0000-7000-8000-000000000001', name: 'Ruth Adler' };
const tom = { key: 'new:1', name: 'Tom Baker' };
const blank = newIntroduction({ by: null, a: null, b: null }, null);

describe('the form of an introduction', () => {
  it('asks who introduced whom, one way or the other', () => {
    expect(newIntroduction({ by: ruth, a: 'me', b: tom }, '2026-05-04')).toMatchObject({
      kind: 'toMe',
      by: ruth,
      b: tom,
      when: 'Mon 4 May 2026',
    });
    expect(newIntroduction({ by: null, a: tom, b: 'me' }, null)).toMatchObject({ kind: 'toMe', b: tom });
    expect(newIntroduction({ by: 'me', a: ruth, b: tom }, null)).toMatchObject({
      kind: 'byMe',
      a: ruth,
      b: tom,
    });
  });

  it('saves what was typed, with whoever is new', () => {
    expect(
      toSave({ ...blank, by: ruth, b: tom, when: '4 May', outcome: ' We share\na landlord. ' }, now),
    ).toMatchObject({
      kind: 'ready',
      input: {
        editing: null,
        introduction: {
          by: ruth.key,
          a: 'me',
          b: 'new:1',
          at: expect.stringMatching(/^2026-05-04T12:00/),
          outcome: 'We share a landlord.',
        },
        newPeople: [tom],
      },
    });
    const mine = toSave({ ...blank, kind: 'byMe', a: ruth, b: tom }, now);
    expect(mine).toMatchObject({ input: { introduction: { by: 'me', a: ruth.key, b: 'new:1' } } });
  });

  it('says which part is missing, and which day was not understood', () => {
    expect(toSave({ ...blank, kind: 'others', b: tom, when: 'someday' }, now)).toMatchObject({
      kind: 'refused',
      fields: {
        'introduction.by': 'Say who it was.',
        'introduction.a': 'Say who it was.',
        'introduction.at': expect.any(String),
      },
    });
  });

  it('edited and not touched, it is the same introduction at the same moment', () => {
    const person = { id: ruth.key, name: ruth.name, standing: 'active' as const };
    const introduction = {
      id: '01890000-0000-7000-8000-000000000009',
      createdAt: '2026-05-04T09:00:00Z',
      updatedAt: '2026-05-04T09:00:00Z',
      rev: '1-a',
      by: ruth.key,
      a: '01890000-0000-7000-8000-000000000002',
      b: 'me',
      at: '2026-05-04T09:30:00+01:00',
      thanked: true,
    };
    const a = { id: introduction.a, name: 'Tom Baker', standing: 'active' as const };
    const value = formOf({ introduction, by: person, a, b: null });
    expect(value).toMatchObject({ kind: 'toMe', b: { key: introduction.a }, thanked: true });
    expect(toSave(value, now)).toMatchObject({
      input: {
        editing: { id: introduction.id, rev: '1-a' },
        introduction: { by: ruth.key, a: 'me', b: introduction.a, at: introduction.at, thanked: true },
      },
    });
  });
});
