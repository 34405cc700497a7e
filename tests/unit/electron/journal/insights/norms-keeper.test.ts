import { describe, expect, it } from 'vitest';
import { debriefWith, openTestJournal } from '../open-journal-for-test';

/** Somebody close, met once: of them the ring's norm says how often to be in touch. */
async function withSomebodyClose() {
  const open = await openTestJournal();
  const person = { name: 'Ibrahim Testwright', ring: 'close' as const };
  const { id } = await open.calls['people.save']({ editing: null, person });
  await open.calls['interactions.save'](debriefWith([id]));
  const rhythm = () => open.journal.insights.of(id)?.rhythm;
  const listed = async (name: string) =>
    (await open.calls['norms.list']({})).norms.find((norm) => norm.name === name);
  return { ...open, rhythm, listed };
}

describe('a norm that is fixed', () => {
  it('changes a person’s rhythm at once, and undo brings the former back', async () => {
    const { calls, journal, rhythm, listed } = await withSomebodyClose();
    expect(rhythm()).toMatchObject({ expectedDays: 30, source: { kind: 'ring', ring: 'close' } });
    const before = journal.norms.current();

    await calls['norms.fix']({ norm: 'rhythm.ring.close', value: 21 });
    expect(rhythm()).toMatchObject({ expectedDays: 21, source: { kind: 'ring', ring: 'close' } });
    expect(journal.norms.current()).not.toBe(before);
    expect(await listed('rhythm.ring.close')).toMatchObject({ value: 21, origin: 'fixed' });

    await calls['history.undo']({});
    expect(rhythm()?.expectedDays).toBe(30);
    expect(await listed('rhythm.ring.close')).toMatchObject({ value: 30, origin: 'default' });
    await calls['history.redo']({});
    expect(rhythm()?.expectedDays).toBe(21);
  });

  it('is one record however often it is fixed, and none once it is given back', async () => {
    const { calls, journal, rhythm } = await withSomebodyClose();
    await calls['norms.fix']({ norm: 'rhythm.ring.close', value: 21 });
    await calls['norms.fix']({ norm: 'rhythm.ring.close', value: 25 });
    expect([...journal.tables.all('ownNorm')]).toHaveLength(1);
    expect(rhythm()?.expectedDays).toBe(25);
    await calls['norms.release']({ norm: 'rhythm.ring.close' });
    expect([...journal.tables.all('ownNorm')]).toEqual([]);
    expect(rhythm()?.expectedDays).toBe(30);
  });

  it('leaves what was counted as it is while no norm changes', async () => {
    const { calls, journal } = await withSomebodyClose();
    const before = journal.norms.current();
    await calls['people.save']({ editing: null, person: { name: 'Somebody Else' } });
    expect(journal.norms.current()).toBe(before);
  });

  it('is refused past its neighbour, and so is going back past one', async () => {
    const { calls, rhythm } = await withSomebodyClose();
    await expect(calls['norms.fix']({ norm: 'rhythm.ring.close', value: 5 })).rejects.toMatchObject({
      failure: { kind: 'invalidInput' },
    });
    await expect(calls['norms.fix']({ norm: 'rhythm.ring.close', value: 21.5 })).rejects.toMatchObject({
      failure: { kind: 'invalidInput' },
    });
    expect(rhythm()?.expectedDays).toBe(30);

    await calls['norms.fix']({ norm: 'rhythm.ring.inner', value: 3 });
    await calls['norms.fix']({ norm: 'rhythm.ring.close', value: 5 });
    // The inner ring's default is 7 days: it would be past the 5 of the close one.
    await expect(calls['norms.release']({ norm: 'rhythm.ring.inner' })).rejects.toMatchObject({
      failure: { kind: 'invalidInput' },
    });
    await calls['norms.release']({ norm: 'rhythm.ring.close' });
    await calls['norms.release']({ norm: 'rhythm.ring.inner' });
    expect(rhythm()?.expectedDays).toBe(30);
  });
});
