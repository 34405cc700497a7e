export { EntryCard, type EntryCardProps } from './EntryCard';
export { Chips } from './Chips';
export { EntryIcon } from './EntryIcon';
