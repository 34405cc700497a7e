import type { App, MessageBoxOptions } from 'electron';

export interface QuitOptions {
  app: Pick<App, 'on' | 'quit' | 'exit'>;
  /** What must be on the disk before the end: the journal folded and its lock released, the settings. */
  finish: () => Promise<{ ok: true } | { ok: false; error: { message: string } }>;
  timeoutMs: number;
  tell: (message: MessageBoxOptions) => Promise<unknown>;
}

/**
 * Quits when everything is on the disk. Nothing of the journal depends on it: what was acknowledged is in the change
 * log already, and is read from there at the next start when this takes too long or fails.
 */
export function finishBeforeQuit(options: QuitOptions): { isQuitting: () => boolean } {
  let phase: 'running' | 'finishing' | 'finished' = 'running';

  async function finish(): Promise<void> {
    const outcome = await Promise.race([
      options.finish().catch((error: unknown) => failure(String(error))),
      afterMs(options.timeoutMs, failure('Tidying up took too long.')),
    ]);
    if (!outcome.ok) {
      await options.tell({
        type: 'warning',
        message: 'Nothing is lost, but the journal could not be tidied up.',
        detail: `Everything you saved is on the disk and is put in order at the next start. ${outcome.error.message}`,
        buttons: ['OK'],
      });
    }
    phase = 'finished';
    options.app.quit();
  }

  options.app.on('will-quit', (event) => {
    if (phase === 'finished') return;
    event.preventDefault();
    if (phase === 'running') {
      phase = 'finishing';
      void finish();
    }
  });
  return { isQuitting: () => phase !== 'running' };
}

function failure(message: string): { ok: false; error: { message: string } } {
  return { ok: false, error: { message } };
}

function afterMs<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(value), ms);
  });
}
