import type { App, MessageBoxOptions } from 'electron';

/** A drive that hangs answers neither to the backup nor to its end. */
const GIVE_UP_MS = 2_000;

type Outcome = { ok: true } | { ok: false; error: { code: string; message: string } };

export interface BackupAtQuitOptions {
  app: Pick<App, 'on' | 'quit'>;
  /** Answers at once when there is nothing to back up. */
  backUp: () => Promise<Outcome>;
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

  let giveUp: (outcome: Outcome) => void = () => undefined;
  const givenUp = new Promise<Outcome>((resolve) => (giveUp = resolve));

  async function finish(): Promise<void> {
    options.announce();
    const backedUp = options.backUp().catch((error: unknown) => failure('unexpected', String(error)));
    const outcome = await Promise.race([backedUp, givenUp]);
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
      if (phase !== 'backingUp') return;
      void options.cancel();
      setTimeout(() => giveUp(failure('cancelled', 'It was given up.')), GIVE_UP_MS);
    },
    isDone: () => phase === 'done',
  };
}

function failure(code: string, message: string): Outcome {
  return { ok: false, error: { code, message } };
}
