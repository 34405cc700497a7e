import { useState } from 'react';
import type { CallInput } from '../../../shared/contract/contract';
import { call, callErrorOf } from '../../api';
import { forgetViews } from '../../api/place';
import { navigate, START_ROUTE } from '../location';

type FolderFor = CallInput<'app.chooseFolder'>['for'];

export interface Start {
  busy: boolean;
  error: unknown;
  /** The chosen folder holds other files: one inside it that could be used instead. */
  folderInside: string | null;
  create(folder: string, thenGoTo?: string): void;
  /** In that folder inside, and on to where the refused way led. */
  createInside(): void;
  sample(): void;
  retry(): void;
  /** Tries something else; what goes wrong is told in place. */
  run(task: () => Promise<unknown>): void;
  /** Asks for the folder of a journal and opens it. */
  openAnother(): void;
  /** Asks for a folder; the answer goes to `onChosen`. */
  choose(purpose: FolderFor, onChosen: (folder: string) => void): void;
}

/** The ways into a journal. Each ends in a new state that main pushes; what was refused is told in place. */
export function useStart(): Start {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const [asked, setAsked] = useState({ folder: '', thenGoTo: START_ROUTE });

  const attempt = (task: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    task()
      .catch(setError)
      .finally(() => setBusy(false));
  };
  const choose = async (purpose: FolderFor, onChosen: (folder: string) => unknown) => {
    const { path } = await call('app.chooseFolder', { for: purpose });
    if (path !== null) await onChosen(path);
  };
  const create = (folder: string, thenGoTo = START_ROUTE) =>
    attempt(async () => {
      setAsked({ folder, thenGoTo });
      await call('journal.create', { folder });
      // Also where the lost journal lay: what it was filtered by would hide what is written into the new one.
      forgetViews();
      navigate(thenGoTo);
    });
  return {
    busy,
    error,
    folderInside: error && callErrorOf(error).code === 'folderNotEmpty' ? inside(asked.folder) : null,
    create,
    createInside: () => create(inside(asked.folder), asked.thenGoTo),
    sample: () =>
      attempt(async () => {
        await call('journal.openSample', {});
        navigate(START_ROUTE);
      }),
    retry: () => attempt(() => call('journal.retry', {})),
    run: attempt,
    openAnother: () => attempt(() => choose('openJournal', (folder) => call('journal.open', { folder }))),
    choose: (purpose, onChosen) => attempt(() => choose(purpose, onChosen)),
  };
}

function inside(folder: string): string {
  const separator = folder.includes('\\') ? '\\' : '/';
  return `${folder.replace(/[\\/]+$/, '')}${separator}Rapport`;
}
