/** What other features use at once. Pages and forms are in `parts.ts`, which is read when it is first needed. */
export { openDebrief, openRounds } from './overlays';
export { writeDownSent } from './sent-draft';
export { useEntryActions } from './useEntryActions';
