/** What the app shows of this feature, read when it is first needed. */
export { DebriefHost } from './DebriefHost';
export { openDebrief, openRounds } from './overlays';
