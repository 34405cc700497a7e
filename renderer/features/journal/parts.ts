/** What the app shows of this feature, read when it is first needed. */
export { type HitTarget, targetOf } from './hit-words';
export { JournalPage } from './JournalPage';
export { SearchPage } from './SearchPage';
export { keepSearch } from './keep-search';
