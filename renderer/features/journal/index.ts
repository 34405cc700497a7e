export { type HitTarget, targetOf } from './hit-words';
export { JournalPage } from './JournalPage';
export { SearchPage } from './SearchPage';
export { keepSearch } from './keep-search';
export { readJournalAhead } from './read-ahead';
