export { forgetViews } from './place';
export { call, callErrorOf, CallRefused } from './call';
export {
  newQueryClient,
  readAhead,
  useEvent,
  useJournalState,
  useLiveUpdates,
  useRead,
  useWrite,
} from './hooks';
export { type Caret, restoreCaret } from './caret';
export type { DraftStatus } from './draft-keeper';
export { type KeptDraft, newDraftId, useDraft, useDraftKeeper, useDrafts } from './useDraft';
