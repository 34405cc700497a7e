import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { afterPageFiles } from '../../../../electron/shell/page-files';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('what would hold up the files of the page is done after the last of them, once', () => {
  const then = vi.fn<() => void>();
  const files = afterPageFiles(then);
  files.asked();
  vi.advanceTimersByTime(1_000);
  expect(then).not.toHaveBeenCalled();
  files.begin();
  vi.advanceTimersByTime(100);
  for (let file = 0; file < 10; file++) {
    files.asked();
    vi.advanceTimersByTime(15);
  }
  expect(then).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5);
  expect(then).toHaveBeenCalledOnce();
  files.asked();
  files.begin();
  vi.advanceTimersByTime(1_000);
  expect(then).toHaveBeenCalledOnce();
});

it('of a page that asks for none of our files, it is done soon', () => {
  const then = vi.fn<() => void>();
  afterPageFiles(then).begin();
  vi.advanceTimersByTime(300);
  expect(then).toHaveBeenCalledOnce();
});
