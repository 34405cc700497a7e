import { describe, expect, it } from 'vitest';
import {
  errorAt,
  errorBehindMore,
  fieldErrors,
} from '../../../../renderer/features/person/form/field-errors';
import {
  emptyForm,
  fieldsOf,
  formOf,
  PersonFormValue,
  withoutEmptyRows,
} from '../../../../renderer/features/person/form/form-value';
import { parseYearly } from '../../../../renderer/features/person/form/yearly';
import { Person } from '../../../../shared/model/person';

const ID = '01995bad-2d20-7498-9897-8bf738546f2f';
const CIRCLE = '01995bad-2d20-7498-9897-8bf738546f30';
const RUTH = '01995bad-2d20-7498-9897-8bf738546f31';
const GATHERING = '01995bad-2d20-7498-9897-8bf738546f32';

const everything = Person.parse({
  id: ID,
  createdAt: '2026-01-01T09:00:00Z',
  updatedAt: '2026-01-01T09:00:00Z',
  rev: 'rev-1',
  name: 'Maya Okonjo',
  nickname: 'May',
  pronouns: 'she/her',
  organisation: 'Okonjo & Reed',
  role: 'Tax adviser',
  headline: 'Tax for makers',
  channels: [{ kind: 'email', value: 'maya@example.org', label: 'work' }],
  location: 'Leeds',
  dates: [
    { kind: 'birthday', on: '--04-15' },
    { kind: 'other', on: '2017-02-01', label: 'Opened' },
  ],
  tags: ['tax'],
  circleIds: [CIRCLE],
  purposes: ['business', 'learning'],
  ring: 'close',
  rhythmDays: 24,
  mentor: true,
  met: { date: '2025-01-14', gatheringId: GATHERING, introducedBy: [RUTH] },
  needs: ['Owner-run firms', 'A trainee'],
  inCommon: ['choir'],
  partnerSince: '2026-02-01',
  idealReferral: 'First export',
  incumbents: ['Somebody in Bradford'],
  standing: { kind: 'resting', since: '2026-05-01' },
  customFields: [{ name: 'Dog', value: 'Biscuit' }],
  notes: '**Never** late.\n',
  avatar: 'data:image/png;base64,AAAA',
  fromANewerVersion: { kept: true },
});

const names = {
  circles: new Map([[CIRCLE, 'The Thursday Club']]),
  people: new Map([[RUTH, 'Ruth']]),
  metAt: { id: GATHERING, name: 'Breakfast' },
};

describe('the form of a person', () => {
  it('shows every field and gives back the very same record, unknown fields included', () => {
    const { id: _id, createdAt: _c, updatedAt: _u, rev: _r, ...fields } = everything;
    const saved = fieldsOf(formOf(everything, names), [CIRCLE], everything);
    expect(JSON.parse(JSON.stringify(saved))).toEqual(fields);
  });

  it('survives being kept as a draft', () => {
    const value = formOf(everything, names);
    expect(PersonFormValue.parse(JSON.parse(JSON.stringify(value)))).toEqual(value);
  });

  it('saves a name alone as a name alone', () => {
    const saved = fieldsOf({ ...emptyForm(), name: ' Ann ' }, [], null);
    expect(JSON.parse(JSON.stringify(saved))).toEqual({ name: 'Ann' });
  });

  it('forgets a field that was emptied', () => {
    const value = { ...formOf(everything, names), nickname: ' ', needs: '', rhythmDays: '' };
    const saved = fieldsOf(value, [CIRCLE], everything);
    expect(saved.nickname).toBeUndefined();
    expect(saved.needs).toBeUndefined();
    expect(saved.rhythmDays).toBeUndefined();
  });

  it('passes on what makes no sense, to be refused with a message rather than dropped', () => {
    const value = {
      ...emptyForm('Ann'),
      rhythmDays: 'weekly',
      dates: [{ kind: 'birthday' as const, on: 'soon', label: '' }],
    };
    const saved = fieldsOf(value, [], null);
    expect(Number.isNaN(saved.rhythmDays)).toBe(true);
    expect(saved.dates?.[0]?.on).toBe('soon');
  });
});

describe('errors', () => {
  const value: PersonFormValue = {
    ...emptyForm('Ann'),
    channels: [
      { kind: 'email', value: '', label: '' },
      { kind: 'email', value: 'x', label: '' },
    ],
  };

  it('stand at the row on the screen, though empty rows were not sent', () => {
    expect(withoutEmptyRows(value).channels).toHaveLength(1);
    const errors = fieldErrors({ 'person.channels.0.value': 'Too long.' }, value);
    expect(errors).toEqual({ 'channels.1.value': 'Too long.' });
  });

  it('are found at their field and inside it', () => {
    const errors = fieldErrors({ 'person.name': 'Empty.', 'needs.3': 'Too long.' }, value);
    expect(errorAt(errors, 'name')).toBe('Empty.');
    expect(errorAt(errors, 'needs')).toBe('Too long.');
    expect(errorAt(errors, 'notes')).toBeUndefined();
  });

  it('open what stands behind "More" when they are there', () => {
    expect(errorBehindMore({ name: 'Empty.' })).toBe(false);
    expect(errorBehindMore({ 'dates.0.on': 'No date.' })).toBe(true);
  });
});

describe('yearly dates as people type them', () => {
  it.each([
    ['15 April', '--04-15'],
    ['15 April 1984', '1984-04-15'],
    ['April 15, 1984', '1984-04-15'],
    ['15th of april', '--04-15'],
    ['15.4.1984', '1984-04-15'],
    ['15.4.', '--04-15'],
    ['1984-04-15', '1984-04-15'],
    ['--02-29', '--02-29'],
    ['29 Feb', '--02-29'],
  ])('%s', (typed, date) => expect(parseYearly(typed)).toBe(date));

  it.each(['', 'soon', '15 Nonsense', '99 April', '15.13.', '4'])('refuses %j', (typed) =>
    expect(parseYearly(typed)).toBeNull(),
  );
});
