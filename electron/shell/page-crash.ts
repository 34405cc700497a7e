import type { WebContents } from 'electron';

const CRASH_LOOP_MS = 10_000;

/**
 * Loads the page again when its process ended by itself: the journal and the drafts are not in it. Twice within ten
 * seconds is a loop, and left alone.
 */
export function reloadAfterCrash(
  contents: Pick<WebContents, 'on' | 'reload'>,
  options: { nowMs: () => number; report: (reason: string) => void },
): void {
  let lastMs = -Infinity;
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    options.report(reason);
    const nowMs = options.nowMs();
    if (nowMs - lastMs > CRASH_LOOP_MS) contents.reload();
    lastMs = nowMs;
  });
}
