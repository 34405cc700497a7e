export { openPromiseForm, type PromiseFormArgs } from './overlays';
export { PromiseFormHost } from './PromiseFormHost';
export { PromisesPage } from './PromisesPage';
