/** What the app shows of this feature, read when it is first needed. */
export { openPromiseForm } from './overlays';
export { PromiseFormHost } from './PromiseFormHost';
export { PromisesPage } from './PromisesPage';
