export { forgetViews } from './place';
export { call, callErrorOf, CallRefused } from './call';
export {
  keepReadsCurrent,
  newQueryClient,
  readAhead,
  readJournalState,
  useEvent,
  useGiveUpRead,
  useJournalState,
  useRead,
  useWrite,
} from './hooks';
export { type Caret, restoreCaret } from './caret';
export type { DraftStatus } from './draft-keeper';
export { type KeptDraft, newDraftId, useDraft, useDraftKeeper, useDrafts } from './useDraft';
