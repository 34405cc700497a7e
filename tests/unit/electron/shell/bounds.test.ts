import { describe, expect, it } from 'vitest';
import { MIN_HEIGHT, MIN_WIDTH, windowBounds } from '../../../../electron/shell/bounds';

const main = { x: 0, y: 25, width: 1920, height: 1055 };
const left = { x: -1280, y: 0, width: 1280, height: 1024 };
const kept = { x: 100, y: 60, width: 1200, height: 800, maximized: false };

describe('windowBounds', () => {
  it('opens where it was', () => {
    expect(windowBounds(kept, [main])).toEqual({ x: 100, y: 60, width: 1200, height: 800 });
  });

  it('knows a second screen, also to the left of the main one', () => {
    const onLeft = { ...kept, x: -1200 };
    expect(windowBounds(onLeft, [main, left])).toEqual({ x: -1200, y: 60, width: 1200, height: 800 });
  });

  it('keeps only the size when the screen it was on is gone', () => {
    expect(windowBounds({ ...kept, x: -1200 }, [main])).toEqual({ width: 1200, height: 800 });
  });

  it.each([
    ['above the screen', { ...kept, y: -400 }],
    ['under its lower edge', { ...kept, y: 1075 }],
    ['with a sliver in sight', { ...kept, x: 1900 }],
  ])('does not open %s, where its title cannot be reached', (_where, place) => {
    expect(windowBounds(place, [main])).not.toHaveProperty('x');
  });

  it('is no larger than its screen and no smaller than what the pages need', () => {
    expect(windowBounds({ ...kept, width: 5000, height: 4000 }, [main])).toMatchObject({
      width: 1920,
      height: 1055,
    });
    expect(windowBounds({ ...kept, width: 10, height: 10 }, [main])).not.toHaveProperty('x');
    expect(windowBounds(null, [{ x: 0, y: 0, width: 640, height: 480 }])).toEqual({
      width: MIN_WIDTH,
      height: MIN_HEIGHT,
    });
  });

  it('has a first size, even without a screen', () => {
    expect(windowBounds(null, [])).toEqual({ width: 1280, height: 860 });
  });
});
