/** What the app shows of this feature, read when it is first needed. */
export { openSeasonForm } from './overlays';
export { SeasonFormHost } from './SeasonFormHost';
export { SeasonsPage } from './SeasonsPage';
