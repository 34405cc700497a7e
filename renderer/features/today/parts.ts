/** What the app shows of this feature, read when it is first needed. */
export { openTimeForm } from './overlays';
export { ReviewPage } from './review/ReviewPage';
export { TimeFormHost } from './TimeFormHost';
