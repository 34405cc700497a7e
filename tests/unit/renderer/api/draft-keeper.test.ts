import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DraftContent, DraftKeeper } from '../../../../renderer/api/draft-keeper';

const content = (value: string): DraftContent => ({
  id: 'd1',
  form: 'debrief',
  recordId: null,
  title: 'Maya',
  value,
  caret: null,
});

function setUp(openedFrom: string | null = null) {
  const disk = new Map<string, string>();
  const state = { value: '', full: false, writes: 0, running: 0, mostAtOnce: 0 };
  const keeper = new DraftKeeper(
    () => (state.value === '' ? null : content(state.value)),
    {
      keep: async (draft) => {
        const value = state.value;
        state.running += 1;
        state.mostAtOnce = Math.max(state.mostAtOnce, state.running);
        await new Promise((resolve) => setTimeout(resolve, 50));
        state.running -= 1;
        state.writes += 1;
        if (state.full) throw new Error('The disk is full.');
        disk.set(draft.id, value);
        return { keptAt: '2026-11-22T09:14:32Z' };
      },
      drop: async (id) => disk.delete(id),
      explain: (thrown) => (thrown as Error).message,
    },
    openedFrom,
  );
  const type = (value: string) => {
    state.value = value;
    keeper.touch();
  };
  return { disk, state, keeper, type };
}

describe('a draft that is thrown away', () => {
  it('is off the disk, and can be had back as it was', async () => {
    vi.useRealTimers();
    const { disk, keeper, type } = setUp();
    type('We spoke of barometers.');
    await keeper.flush();
    const bringBack = await keeper.throwAway();
    expect(disk.size).toBe(0);
    await bringBack?.();
    expect(disk.get('d1')).toBe('We spoke of barometers.');
  });

  it('and cannot be taken from the disk is kept on with', async () => {
    vi.useRealTimers();
    const { disk, keeper, type } = setUp();
    type('We spoke.');
    await keeper.flush();
    const drop = vi.spyOn(disk, 'delete').mockImplementationOnce(() => {
      throw new Error('The disk is away.');
    });
    await expect(keeper.throwAway()).rejects.toThrow('The disk is away.');
    drop.mockRestore();
    type('We spoke of barometers.');
    expect(await keeper.flush()).toMatchObject({ kind: 'kept' });
    expect(disk.get('d1')).toBe('We spoke of barometers.');
  });

  it('and cannot be taken from the disk is kept with what was typed meanwhile', async () => {
    vi.useRealTimers();
    const { disk, keeper, type } = setUp();
    type('We spoke.');
    await keeper.flush();
    vi.spyOn(disk, 'delete').mockImplementationOnce(() => {
      throw new Error('The disk is away.');
    });
    const thrown = keeper.throwAway();
    type('We spoke of barometers.');
    await expect(thrown).rejects.toThrow('The disk is away.');
    await keeper.flush();
    expect(disk.get('d1')).toBe('We spoke of barometers.');
  });

  it('leaves nothing to have back when there was nothing in it', async () => {
    expect(await setUp().keeper.throwAway()).toBeNull();
  });
});

describe('the keeper of a draft', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('keeps a keystroke within a second', async () => {
    const { disk, keeper, type } = setUp();
    type('H');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(disk.get('d1')).toBe('H');
    expect(keeper.status).toEqual({ kind: 'kept', at: '2026-11-22T09:14:32Z' });
  });

  it('keeps while the typing goes on, one write at a time, the latest last', async () => {
    const { disk, state, type } = setUp();
    const behind: number[] = [];
    for (let length = 1; length <= 40; length += 1) {
      type('x'.repeat(length));
      await vi.advanceTimersByTimeAsync(100);
      behind.push(length - (disk.get('d1')?.length ?? 0));
    }
    // A keystroke every tenth of a second: ten of them are a second.
    expect(Math.max(...behind)).toBeLessThanOrEqual(10);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(disk.get('d1')).toHaveLength(40);
    expect(state.mostAtOnce).toBe(1);
  });

  it('leaves nothing of an empty form, and takes away what was emptied', async () => {
    const { disk, state, keeper, type } = setUp();
    type('');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(state.writes).toBe(0);
    type('H');
    await vi.advanceTimersByTimeAsync(1_000);
    type('');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(disk.size).toBe(0);
    expect(keeper.status).toEqual({ kind: 'nothing' });
  });

  it('keeps at once when asked', async () => {
    const { disk, keeper, type } = setUp();
    type('Hello');
    const flushed = keeper.flush();
    await vi.advanceTimersByTimeAsync(60);
    expect(await flushed).toMatchObject({ kind: 'kept' });
    expect(disk.get('d1')).toBe('Hello');
  });

  it('says when it could not, and tries again', async () => {
    const { disk, state, keeper, type } = setUp();
    state.full = true;
    type('Hello');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(keeper.status).toEqual({ kind: 'notKept', message: 'The disk is full.' });
    state.full = false;
    await vi.advanceTimersByTimeAsync(4_000);
    expect(disk.get('d1')).toBe('Hello');
    expect(keeper.status.kind).toBe('kept');
  });

  it('is gone after the entry was saved, also when a write was under way', async () => {
    const { disk, keeper, type } = setUp();
    type('Hello');
    await vi.advanceTimersByTimeAsync(420);
    type('Hello you');
    const dropped = keeper.drop();
    await vi.advanceTimersByTimeAsync(5_000);
    await dropped;
    expect(disk.size).toBe(0);
  });

  it('takes away the draft that the form was opened from, when it is emptied', async () => {
    const { disk, type } = setUp('d1');
    disk.set('d1', 'Old');
    type('');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(disk.size).toBe(0);
  });
});
