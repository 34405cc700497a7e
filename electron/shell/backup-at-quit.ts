import type { App, MessageBoxOptions } from 'electron';

export interface BackupAtQuitOptions {
  app: Pick<App, 'on' | 'quit'>;
  /** Answers at once when there is nothing to back up. */
  backUp: () => Promise<{ ok: true } | { ok: false; error: { code: string; message: string } }>;
  /** Gives the backup up: nothing of it is left. */
  cancel: () => Promise<void>;
  /** The window shows that the app is about to end, and how far the backup is. */
  announce: () => void;
  tell: (message: MessageBoxOptions) => Promise<unknown>;
}

/**
 * Before the windows close, the last automatic backup of this run. What it is made from is on the disk already, so the
 * user may end without it at any time. One that fails is told, and holds up nothing.
 */
export function backUpBeforeQuit(options: BackupAtQuitOptions): { skip: () => void; isDone: () => boolean } {
  let phase: 'running' | 'backingUp' | 'done' = 'running';

  async function finish(): Promise<void> {
    options.announce();
    const outcome = await options.backUp().catch((error: unknown) => failure(String(error)));
    if (!outcome.ok && outcome.error.code !== 'cancelled') {
      await options.tell({
        type: 'warning',
        message: 'Your journal is saved, but no automatic backup was made.',
        detail: outcome.error.message,
        buttons: ['OK'],
      });
    }
    phase = 'done';
    options.app.quit();
  }

  options.app.on('before-quit', (event) => {
    if (phase === 'done') return;
    event.preventDefault();
    if (phase === 'running') {
      phase = 'backingUp';
      void finish();
    }
  });
  return {
    skip: () => {
      if (phase === 'backingUp') void options.cancel();
    },
    isDone: () => phase === 'done',
  };
}

function failure(message: string): { ok: false; error: { code: string; message: string } } {
  return { ok: false, error: { code: 'unexpected', message } };
}
