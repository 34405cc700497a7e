export { EntryCard } from './EntryCard';
