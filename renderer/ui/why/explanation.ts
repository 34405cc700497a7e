import type { EvidenceRef } from '../../../shared/insight/types';
import type { Id } from '../../../shared/model/primitives';

/** One reason and the entries it comes from. */
export interface Reason {
  sentence: string;
  sign: 'for' | 'against' | 'none';
  refs: EvidenceRef[];
  /** How many there are, where only the latest are listed. */
  inAll?: number;
}

/** Why a figure is what it is. */
export interface Explanation {
  title: string;
  groups: {
    heading: string | null;
    words: string[];
    reasons: Reason[];
    /** Those whom the figure counts. */
    people?: readonly Id[];
    /** How many people there are, where only the first are listed. */
    inAll?: number;
  }[];
}
