import type { RecordType } from '../../shared/model/record-types';
import { createOverlay } from './overlay';

export interface HistoryArgs {
  type: RecordType;
  id: string;
  /** What the record is called: a name, or "this entry". */
  title: string;
}

export const historyOverlay = createOverlay<HistoryArgs>();

/** Opens what a record said before: every kind of record has its history. */
export function openHistory(args: HistoryArgs): void {
  historyOverlay.open(args);
}
