import { useCallback } from 'react';
import type { EvidenceRef } from '../../../shared/insight/types';
import type { Id } from '../../../shared/model/primitives';
import type { Explanation } from './explanation';

/** Opens what a figure was counted from: people, or entries and promises. */
export interface OpenEvidence {
  people: (title: string, people: readonly Id[]) => () => void;
  entries: (title: string, refs: readonly EvidenceRef[]) => () => void;
}

/** Both kinds of figures open in the drawer that shows an explanation. */
export function useOpenEvidence(setWhy: (explanation: Explanation) => void): OpenEvidence {
  const people = useCallback<OpenEvidence['people']>(
    (title, ids) => () => setWhy({ title, groups: [{ heading: null, words: [], reasons: [], people: ids }] }),
    [setWhy],
  );
  const entries = useCallback<OpenEvidence['entries']>(
    (title, refs) => () =>
      setWhy({
        title,
        groups: [
          { heading: null, words: [], reasons: [{ sentence: '', sign: 'none', refs: [...refs].reverse() }] },
        ],
      }),
    [setWhy],
  );
  return { people, entries };
}
