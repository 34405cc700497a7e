import { useQueryClient } from '@tanstack/react-query';
import {
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { v7 as newId } from 'uuid';
import type { Draft } from '../../shared/contract/app';
import { call, callErrorOf } from './call';
import { readCaret } from './caret';
import { type DraftContent, DraftKeeper, type DraftStatus } from './draft-keeper';
import { useRead } from './hooks';

/** A draft as a form describes it. The caret is read from `root`. */
interface DraftOf {
  id: string;
  form: Draft['form'];
  /** The record being edited, or null for a new one. */
  recordId: string | null;
  /** Who or what it is about, to be recognised in "You were writing about …". */
  title: string;
  value: unknown;
}

export interface KeptDraft {
  status: DraftStatus;
  /** Keeps at once: before closing the form. Never throws; the status it answers says how it went. */
  flush(): Promise<DraftStatus>;
  /** After saving. */
  drop(): Promise<void>;
  /** By the user's hand. Answers how to have it back as a draft, null when there was nothing in it. */
  throwAway(): Promise<(() => Promise<void>) | null>;
}

export function newDraftId(): string {
  return newId();
}

/**
 * Keeps a form's draft while it is open: pass what it holds on every render, or null while it is empty. `root` is the
 * form's element; text fields in it carry `data-field` (or `name`), so that the caret can be put back by `restoreCaret`.
 * `openedFrom` is the id of the draft that the form was opened from.
 */
export function useDraft(
  content: DraftOf | null,
  root: RefObject<HTMLElement | null>,
  openedFrom: string | null = null,
): KeptDraft {
  const latest = useRef(content);
  useLayoutEffect(() => {
    latest.current = content;
  });
  const draft = useDraftKeeper(() => latest.current, root, openedFrom);
  const form = JSON.stringify(content);
  const first = useRef(form);
  useEffect(() => {
    if (form !== first.current) draft.touch();
    first.current = form;
  }, [draft, form]);
  return draft;
}

/** As `useDraft`, for a form that holds its state elsewhere: `read` is asked when keeping, `touch` announces a change. */
export function useDraftKeeper(
  read: () => DraftOf | null,
  root: RefObject<HTMLElement | null>,
  openedFrom: string | null = null,
): KeptDraft & { touch(): void } {
  const client = useQueryClient();
  const [kept] = useState(() => {
    const keeper = new DraftKeeper(() => withCaret(read(), root), storeOnDisk, openedFrom);
    const refreshList = () => client.invalidateQueries({ queryKey: ['drafts.list'] });
    return {
      keeper,
      touch: () => keeper.touch(),
      flush: async () => {
        const status = await keeper.flush();
        void refreshList();
        return status;
      },
      drop: () => keeper.drop().then(refreshList),
      throwAway: async () => {
        const bringBack = await keeper.throwAway();
        // Before the form closes: what leads to a draft that is gone must not get the keyboard back.
        await refreshList();
        return bringBack && (() => bringBack().then(refreshList));
      },
    };
  });
  const status = useSyncExternalStore(kept.keeper.subscribe, () => kept.keeper.status);
  useKeepOnLeaving(kept.keeper, root);
  const { touch, flush, drop, throwAway } = kept;
  return useMemo(() => ({ touch, flush, drop, throwAway, status }), [touch, flush, drop, throwAway, status]);
}

/** Every draft there is, newest first. Refreshed when one is closed or dropped, not at each keystroke. */
export function useDrafts(enabled = true): Draft[] {
  const read = useRead('drafts.list', {}, { enabled });
  return read.data?.drafts ?? NONE;
}

const NONE: Draft[] = [];

const storeOnDisk = {
  keep: (content: DraftContent) => call('drafts.keep', content),
  drop: (id: string) => call('drafts.drop', { id }),
  explain: (thrown: unknown) => callErrorOf(thrown).message,
};

function withCaret(content: DraftOf | null, root: RefObject<HTMLElement | null>): DraftContent | null {
  return content && { ...content, title: content.title.slice(0, 500), caret: readCaret(root.current) };
}

/** The window may go at any moment: what is not kept yet is kept when it loses the user's attention. */
function useKeepOnLeaving(keeper: DraftKeeper, root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const keepNow = () => void keeper.flush();
    const caretMoved = () => {
      // Only a form with a draft cares about the caret; moving about in an empty one keeps nothing.
      if (keeper.status.kind === 'kept' && readCaret(root.current)) keeper.touch();
    };
    window.addEventListener('blur', keepNow);
    window.addEventListener('pagehide', keepNow);
    document.addEventListener('visibilitychange', keepNow);
    document.addEventListener('selectionchange', caretMoved);
    return () => {
      window.removeEventListener('blur', keepNow);
      window.removeEventListener('pagehide', keepNow);
      document.removeEventListener('visibilitychange', keepNow);
      document.removeEventListener('selectionchange', caretMoved);
      keepNow();
    };
  }, [keeper, root]);
}
