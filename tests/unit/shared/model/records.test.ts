import { describe, expect, it } from 'vitest';
import { Gathering } from '../../../../shared/model/gathering';
import { Interaction } from '../../../../shared/model/interaction';
import {
  currentFormat,
  migrateVolume,
  type Migration,
  type RawVolume,
} from '../../../../shared/model/migrations';
import { Person, standingAsOf } from '../../../../shared/model/person';
import { CalendarDate, Instant, MAX_NOTES_LENGTH, YearlyDate } from '../../../../shared/model/primitives';
import { revClock } from '../../../../shared/model/rev';
import { updated } from '../../../../shared/model/stamp';
import { addDays, dateOf, daysBetween, localInstant } from '../../../../shared/model/time';
import { interaction, person } from '../../builders';

describe('dates', () => {
  it.each([
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-04-31', false],
    ['2026-4-1', false],
  ])('%s is a day: %s', (text, valid) => {
    expect(CalendarDate.safeParse(text).success).toBe(valid);
  });

  it.each([
    ['2026-05-04T09:30:00+01:00', true],
    ['2026-05-04T09:30Z', true],
    ['2026-05-04T09:30:00', false],
    ['2026-05-04T25:00:00Z', false],
    ['2026-02-30T09:30:00Z', false],
    ['yesterday', false],
  ])('%s is a moment: %s', (text, valid) => {
    expect(Instant.safeParse(text).success).toBe(valid);
  });

  it.each([
    ['--02-29', true],
    ['--02-30', false],
    ['1984-04-15', true],
    ['04-15', false],
  ])('%s is a birthday: %s', (text, valid) => {
    expect(YearlyDate.safeParse(text).success).toBe(valid);
  });

  it('count by the calendar of their own place, whatever the clock does', () => {
    expect(dateOf('2026-03-29T23:59:00-05:00')).toBe('2026-03-29');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  });

  it('a local instant is the same moment, with an offset', () => {
    for (const moment of [new Date('2026-01-15T12:34:56Z'), new Date('2026-07-15T23:59:59Z')]) {
      const text = localInstant(moment);
      expect(Instant.parse(text)).toBe(text);
      expect(Date.parse(text)).toBe(moment.getTime());
    }
  });
});

describe('records', () => {
  it('keep unknown fields, at any depth', () => {
    const fields = {
      ...person(),
      shoeSize: 42,
      standing: { kind: 'active', since: '2026-01-01', mood: 'fine' },
    };
    expect(Person.parse(fields)).toEqual(fields);
  });

  it('say in the user’s words what is wrong', () => {
    const tooLong = Person.safeParse({ ...person(), name: 'x'.repeat(10_000) });
    expect(tooLong.error?.issues[0]?.message).toBe(
      'The name is too long: at most 300 characters. Longer text belongs in the notes.',
    );
    const nobody = Interaction.safeParse({ ...interaction('2026-01-01'), participants: [] });
    expect(nobody.error?.issues[0]?.message).toBe('Say who it was with.');
  });

  it('take long notes, emoji, right-to-left text and markup as they are', () => {
    const notes = `<script>alert(1)</script> שלום 👩‍👩‍👧 ${'x'.repeat(200_000)}`;
    expect(Interaction.parse(interaction('2026-01-01', { notes })).notes).toBe(notes);
    expect(
      Interaction.safeParse(interaction('2026-01-01', { notes: 'x'.repeat(MAX_NOTES_LENGTH + 1) })).success,
    ).toBe(false);
  });

  it('a gathering may end when it starts, in another offset, but not before', () => {
    const gathering = { ...person(), from: '2026-05-04T10:00:00+02:00', to: '2026-05-04T08:00:00+00:00' };
    expect(Gathering.safeParse(gathering).success).toBe(true);
    expect(Gathering.safeParse({ ...gathering, to: '2026-05-04T07:59:00+00:00' }).success).toBe(false);
  });

  it('a standing counts from its day on', () => {
    const resting = person({ standing: { kind: 'resting', since: '2026-05-04' } });
    expect(standingAsOf(resting, '2026-05-03')).toBe('active');
    expect(standingAsOf(resting, '2026-05-04')).toBe('resting');
  });

  it('an update drops emptied fields and keeps those that the form does not know', () => {
    const before = { ...person({ role: 'Pilot', nickname: 'A' }), shoeSize: 42 };
    const stamp = { now: '2026-06-01T00:00:00Z', rev: 'r2', newId: () => '' };
    const after = updated(before, { name: 'Ada' }, stamp, ['name', 'role']);
    expect(after).toEqual({ ...before, name: 'Ada', role: undefined, updatedAt: stamp.now, rev: 'r2' });
  });
});

describe('revisions', () => {
  it('go up with the clock, without it, and against it', () => {
    const clock = revClock('01900000-0000-7000-8000-0000deadbeef', '');
    const revs = [1_000, 1_000, 2_000, 500, 500].map((ms) => clock.next(ms));
    expect([...revs].sort()).toEqual(revs);
    expect(new Set(revs).size).toBe(revs.length);
  });

  it('go on after the latest one of the journal', () => {
    const latest = revClock('a-device', '').next(Date.UTC(2030, 0, 1));
    expect(revClock('b-device', latest).next(Date.UTC(2026, 0, 1)) > latest).toBe(true);
  });
});

describe('migrations', () => {
  const volume: RawVolume = { header: { formatVersion: 1, mine: 'x' }, lists: { people: [{ n: 'Ada' }] } };
  const steps: Migration[] = [
    { from: 2, migrate: (raw) => ({ ...raw, header: { ...raw.header, second: true } }) },
    {
      from: 1,
      migrate: (raw) => ({
        ...raw,
        lists: { people: (raw.lists['people'] ?? []).map((p) => ({ name: (p as { n: string }).n })) },
      }),
    },
  ];

  it('run one after the other up to the target and keep what they do not know', () => {
    expect(migrateVolume(volume, { version: 3, migrations: steps })).toEqual({
      header: { formatVersion: 3, mine: 'x', second: true },
      lists: { people: [{ name: 'Ada' }] },
    });
  });

  it('leave a current volume alone and miss no step silently', () => {
    expect(migrateVolume(volume, currentFormat)).toBe(volume);
    expect(() => migrateVolume(volume, { version: 2, migrations: [] })).toThrow('from format 1 to 2');
  });
});
