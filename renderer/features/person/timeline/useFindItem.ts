import { useEffect, useLayoutEffect, useRef } from 'react';
import type { TimelineItem } from '../../../../shared/contract/people';
import type { EvidenceRef } from '../../../../shared/insight/types';
import { toastInfo } from '../../../ui/toasts';

/** What is to be shown in the timeline. A new object asks again. */
export interface Target {
  ref: EvidenceRef;
}

interface Options {
  target: Target | null;
  items: readonly TimelineItem[];
  /** False while a read is on its way. */
  settled: boolean;
  hasMore: boolean;
  everything: boolean;
  fetchMore: () => void;
  showEverything: () => void;
  onFound: (index: number) => void;
  /** The search is over, found or not. */
  onEnd: () => void;
}

/** Looks for an item in the timeline: in what is loaded, then page by page, without the filter if need be. */
export function useFindItem(options: Options): void {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  const { target, items, settled, everything } = options;
  useEffect(() => {
    const now = latest.current;
    if (!target || !settled) return;
    const index = items.findIndex((item) => isAbout(item, target.ref));
    if (index >= 0) now.onFound(index);
    else if (!everything) now.showEverything();
    else if (now.hasMore) now.fetchMore();
    else toastInfo('This is not in the timeline any more.');
    if (index >= 0 || (everything && !now.hasMore)) now.onEnd();
  }, [target, items, settled, everything]);
}

function isAbout(item: TimelineItem, ref: EvidenceRef): boolean {
  if (item.kind === 'promise') return ref.kind === 'promise' && item.promise.id === ref.id;
  if (ref.kind === 'promise') return item.entry.promises.some((promise) => promise.id === ref.id);
  return item.entry.interaction.id === ref.id;
}
