export { call, callErrorOf, CallRefused } from './call';
export {
  newQueryClient,
  useEvent,
  useJournalState,
  useLiveUpdates,
  usePages,
  useRead,
  useWrite,
} from './hooks';
