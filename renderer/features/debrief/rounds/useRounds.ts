import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { v4 as newRow } from 'uuid';
import type { CallError } from '../../../../shared/contract/journal';
import { call, callErrorOf, restoreCaret, useDraft } from '../../../api';
import { toastDone, toastError } from '../../../ui/toasts';
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
  const [error, setError] = useState<CallError | null>(null);
  const busy = useRef(false);
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
  const changeRow = (row: string, patch: Partial<Round>) =>
    change({ rounds: rounds.rounds.map((round) => (round.row === row ? { ...round, ...patch } : round)) });
  const removeRow = (row: string) => change({ rounds: rounds.rounds.filter((round) => round.row !== row) });
  const goOn = (from: number) => {
    const next = rounds.rounds[from + 1] ?? emptyRound(newRow());
    if (from + 1 >= rounds.rounds.length) flushSync(() => change({ rounds: [...rounds.rounds, next] }));
    restoreCaret(root.current, { field: `round.${next.row}.people`, start: 0, end: 0 });
  };

  const close = async () => {
    const status = await draft.flush();
    if (status.kind !== 'notKept') onClose();
  };
  const refuse = (refused: CallError, found: readonly Issue[]) => {
    setError(refused);
    setIssues(found);
    const [first] = found;
    if (first) restoreCaret(root.current, { field: first.field, start: 0, end: 10_000 });
  };
  const save = async () => {
    if (busy.current) return;
    const conversion = toRounds(rounds, new Date(), loaded.draftId);
    if (conversion.kind === 'issues') {
      const message = `Nothing was saved yet. ${conversion.issues[0]?.message ?? ''}`;
      refuse({ code: 'invalidInput', message }, conversion.issues);
      return;
    }
    busy.current = true;
    setError(null);
    try {
      const { ids } = await call('interactions.saveRounds', conversion.input);
      onClose();
      toastDone(ids.length === 1 ? '1 round written down' : `${ids.length} rounds written down`);
      await draft.drop().catch(toastError);
    } catch (thrown) {
      const refused = callErrorOf(thrown);
      const found = Object.entries(refused.fields ?? {}).map(([path, message]) => ({
        field: roundsFieldOf(path.split('.'), rounds),
        message,
      }));
      refuse(inWords(refused), found);
    } finally {
      busy.current = false;
    }
  };
  return {
    rounds,
    change,
    changeRow,
    removeRow,
    goOn,
    save: () => void save(),
    close: () => void close(),
    draft: draft.status,
    isEmpty: content === null,
    error,
    issueOf: (field: string) => issues.find((issue) => issue.field === field)?.message,
  };
}

function contentOf(rounds: RoundsDraft, loaded: LoadedRounds) {
  if (isEmptyRounds(rounds, loaded.opened)) return null;
  const title = rounds.gathering?.name ?? namesOf(rounds);
  return { id: loaded.draftId, form: 'rounds' as const, recordId: null, title, value: rounds };
}
