import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { v4 as newRow } from 'uuid';
import type { CallError } from '../../../../shared/contract/journal';
import type { Id } from '../../../../shared/model/primitives';
import { call, callErrorOf, restoreCaret, useDraft } from '../../../api';
import { closeKeeping } from '../../../ui/close-keeping';
import { toastDone, toastError } from '../../../ui/toasts';
import { useAfterNames } from '../../../ui/typed-names';
import type { Issue } from '../to-debrief';
import { inWords } from '../useSaveDebrief';
import type { LoadedRounds } from './load-rounds';
import {
  emptyRound,
  isEmptyRounds,
  namesOf,
  type Round,
  type RoundsDraft,
  roundsFieldOf,
  toRounds,
} from './rounds-draft';

/** The rounds while they are being written: rows come and go, all are kept as one draft and saved as one. */
export function useRounds(loaded: LoadedRounds, root: RefObject<HTMLElement | null>, onClose: () => void) {
  const [rounds, setRounds] = useState(loaded.draft);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const content = contentOf(rounds, loaded);
  const draft = useDraft(content, root, loaded.kept ? loaded.draftId : null);
  useEffect(() => {
    const timer = setTimeout(() => restoreCaret(root.current, loaded.caret), 0);
    return () => clearTimeout(timer);
  }, [root, loaded]);

  const change = (patch: Partial<RoundsDraft>) => {
    setRounds((now) => ({ ...now, ...patch }));
    setIssues([]);
  };
  // Of the rounds as they are by then: a name arrives when the journal has answered.
  const changeRows = (next: (rows: readonly Round[]) => Round[]) => {
    setRounds((now) => ({ ...now, rounds: next(now.rounds) }));
    setIssues([]);
  };
  const changeRow = (row: string, patch: Partial<Round>) =>
    changeRows((rows) => rows.map((round) => (round.row === row ? { ...round, ...patch } : round)));
  const removeRow = (row: string) => changeRows((rows) => rows.filter((round) => round.row !== row));
  const goOn = (from: number) => {
    const next = rounds.rounds[from + 1] ?? emptyRound(newRow());
    if (from + 1 >= rounds.rounds.length) flushSync(() => changeRows((rows) => [...rows, next]));
    restoreCaret(root.current, { field: `round.${next.row}.people`, start: 0, end: 0 });
  };

  const saving = useSaveRounds(rounds, loaded.draftId, async ({ length }) => {
    onClose();
    toastDone(length === 1 ? '1 round written down' : `${length} rounds written down`);
    await draft.drop().catch(toastError);
  });
  const save = async () => {
    const found = await saving.save();
    setIssues(found);
    const [first] = found;
    if (first) restoreCaret(root.current, { field: first.field, start: 0, end: 10_000 });
  };
  return {
    rounds,
    change,
    changeRow,
    removeRow,
    goOn,
    save: useAfterNames(() => void save()),
    close: () => void closeKeeping(draft, onClose),
    draft: draft.status,
    isEmpty: content === null,
    error: saving.error,
    issueOf: (field: string) => issues.find((issue) => issue.field === field)?.message,
  };
}

/** Saves all rounds as one. Answers what needs another look; `error` says why nothing was saved. */
function useSaveRounds(rounds: RoundsDraft, draftId: string, saved: (ids: readonly Id[]) => Promise<void>) {
  const [error, setError] = useState<CallError | null>(null);
  const busy = useRef(false);
  const save = async (): Promise<Issue[]> => {
    // A key held down must not save twice.
    if (busy.current) return [];
    const conversion = toRounds(rounds, new Date(), draftId);
    if (conversion.kind === 'issues') {
      const message = `Nothing was saved yet. ${conversion.issues[0]?.message ?? ''}`;
      setError({ code: 'invalidInput', message });
      return conversion.issues;
    }
    busy.current = true;
    setError(null);
    try {
      const { ids } = await call('interactions.saveRounds', conversion.input);
      await saved(ids);
      return [];
    } catch (thrown) {
      const refused = callErrorOf(thrown);
      setError(inWords(refused));
      return Object.entries(refused.fields ?? {}).map(([path, message]) => ({
        field: roundsFieldOf(path.split('.'), rounds),
        message,
      }));
    } finally {
      busy.current = false;
    }
  };
  return { save, error };
}

function contentOf(rounds: RoundsDraft, loaded: LoadedRounds) {
  if (isEmptyRounds(rounds, loaded.opened)) return null;
  const title = rounds.gathering?.name ?? namesOf(rounds);
  return { id: loaded.draftId, form: 'rounds' as const, recordId: null, title, value: rounds };
}
