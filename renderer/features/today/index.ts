/** What other features use at once. The page that starts come to is among it; forms are in `parts.ts`. */
export { openTimeForm } from './overlays';
export { readTodayAhead } from './read-ahead';
export { TodayPage } from './TodayPage';
