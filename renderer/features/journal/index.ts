export { JournalPage } from './JournalPage';
export { SearchPage } from './SearchPage';
