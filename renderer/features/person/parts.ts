/** What the app shows of this feature, read when it is first needed. */
export { openPersonForm } from './overlays';
export { PersonFormHost } from './PersonFormHost';
export { PersonPage } from './page/PersonPage';
