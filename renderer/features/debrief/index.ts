export { openDebrief, openRounds } from './overlays';
