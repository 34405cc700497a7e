export { DebriefHost } from './DebriefHost';
export { openDebrief, openRounds } from './overlays';
