import type { Rectangle } from 'electron';
import type { WindowPlace } from './settings-file';

export const MIN_WIDTH = 900;
export const MIN_HEIGHT = 600;
const FIRST_WIDTH = 1280;
const FIRST_HEIGHT = 860;

/** So much of the window's top must be on a screen for the user to take hold of it. */
const GRIP_WIDTH = 120;
const GRIP_HEIGHT = 24;

export interface WindowBounds {
  /** Without a position the system chooses one. */
  x?: number;
  y?: number;
  width: number;
  height: number;
}

/**
 * Where the window opens: where it was, when its top can still be reached on one of the screens; else at its size (or
 * the first one), no larger than the main screen, wherever the system puts it. `workAreas` starts with the main screen.
 */
export function windowBounds(kept: WindowPlace | null, workAreas: readonly Rectangle[]): WindowBounds {
  const main = workAreas[0] ?? { x: 0, y: 0, width: FIRST_WIDTH, height: FIRST_HEIGHT };
  const screen = kept && (workAreas.find((area) => isReachable(kept, area)) ?? null);
  const size = fit(kept ?? { width: FIRST_WIDTH, height: FIRST_HEIGHT }, screen ?? main);
  return screen ? { x: kept.x, y: kept.y, ...size } : size;
}

function isReachable(window: WindowPlace, area: Rectangle): boolean {
  const visible = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return visible >= GRIP_WIDTH && window.y >= area.y && window.y + GRIP_HEIGHT <= area.y + area.height;
}

function fit(wanted: { width: number; height: number }, area: Rectangle): { width: number; height: number } {
  return {
    width: Math.max(MIN_WIDTH, Math.min(wanted.width, area.width)),
    height: Math.max(MIN_HEIGHT, Math.min(wanted.height, area.height)),
  };
}
