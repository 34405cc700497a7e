export { DebriefHost } from './DebriefHost';
export { openDebrief, openRounds } from './overlays';
export { useEntryActions } from './useEntryActions';
