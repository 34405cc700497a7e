import { useCallback } from 'react';
import type { PromiseRecord } from '../../../shared/model/promise';
import { assertNever } from '../../../shared/assert-never';
import { useWrite } from '../../api';
import { toastDone, toastError } from '../../ui/toasts';
import { openHistory } from '../../ui/history-overlay';
import { closings, type PromiseAction } from './closing';
import { openPromiseForm } from './overlays';

const WORDS_SHOWN = 60;

/** Carries out what was asked of a promise. Nothing is confirmed first: undo covers it. */
export function usePromiseActions(): (promise: PromiseRecord, action: PromiseAction) => void {
  const { mutate: close } = useWrite('promises.close');
  const { mutate: remove } = useWrite('promises.delete');
  return useCallback(
    (promise, action) => {
      const { id } = promise;
      const said = (what: string) => ({
        onSuccess: () => toastDone(`${what}: ${shortened(promise.what)}`),
        onError: toastError,
      });
      switch (action.kind) {
        case 'edit':
          openPromiseForm({ editId: id });
          return;
        case 'history':
          openHistory({ type: 'promise', id, title: 'this promise' });
          return;
        case 'delete':
          remove({ id }, said('Promise deleted'));
          return;
        case 'reopen':
          close({ id, status: 'open' }, said('Open again'));
          return;
        case 'close':
          close({ id, status: action.status }, said(doneWords(action.status)));
          return;
        default:
          assertNever(action);
      }
    },
    [close, remove],
  );
}

function doneWords(status: string): string {
  return closings.find((closing) => closing.status === status)?.done ?? 'Closed';
}

function shortened(text: string): string {
  if (text.length <= WORDS_SHOWN) return text;
  const cut = text.slice(0, WORDS_SHOWN);
  // At a word where there is one: no half words, and no emoji cut in two.
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`;
}
