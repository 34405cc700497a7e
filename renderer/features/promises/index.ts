export { closings, usualClosing } from './closing';
export { openPromiseForm, type PromiseFormArgs } from './overlays';
export { PromiseFormHost } from './PromiseFormHost';
export { PromisesPage } from './PromisesPage';
export { usePromiseActions } from './usePromiseActions';
