import { useEffect } from 'react';
import type { TimelineFilter, TimelineItem } from '../../../../shared/contract/people';
import type { EvidenceRef } from '../../../../shared/insight/types';
import { type RowsInput, useFindRow } from '../../../api/rows';
import { toastError, toastInfo } from '../../../ui/toasts';

/** What is to be shown in the timeline. A new object asks again. */
export interface Target {
  ref: EvidenceRef;
}

interface Options {
  /** What the timeline shows. */
  input: RowsInput<'people.timeline'>;
  target: Target | null;
  onFound: (found: FoundItem, show: TimelineFilter) => void;
  /** The search is over, found or not. */
  onEnd: () => void;
}

/** What was found, and its place in the list under the filter it was found under. */
export interface FoundItem {
  index: number;
  ref: EvidenceRef;
}

/** Looks for an item in the timeline: under the filter that is set, then in everything. */
export function useFindItem({ input, target, onFound, onEnd }: Options): void {
  const findRow = useFindRow();
  useEffect(() => {
    if (!target) return undefined;
    let dropped = false;
    const { ref } = target;
    const indexUnder = (filter: TimelineFilter) =>
      findRow('people.timeline', { ...input, show: filter }, (item) => isAbout(item, ref));
    const find = async () => {
      for (const filter of new Set([input.show, 'everything'] as const)) {
        const index = await indexUnder(filter);
        if (dropped) return;
        if (index !== null) {
          onFound({ index, ref }, filter);
          return;
        }
      }
      toastInfo('This is not in the timeline any more.');
    };
    find()
      .catch(toastError)
      .finally(() => {
        if (!dropped) onEnd();
      });
    return () => {
      dropped = true;
    };
    // Only a new target asks; a filter chosen later does not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [target]);
}

/** Whether a piece of evidence stands in this item. */
export function isAbout(item: TimelineItem, ref: EvidenceRef): boolean {
  if (item.kind === 'promise') return ref.kind === 'promise' && item.promise.id === ref.id;
  if (ref.kind === 'promise') return item.entry.promises.some((promise) => promise.id === ref.id);
  return item.entry.interaction.id === ref.id;
}
