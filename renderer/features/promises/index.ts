/** What other features use at once. Pages and forms are in `parts.ts`, which is read when it is first needed. */
export { closings, usualClosing } from './closing';
export { openPromiseForm } from './overlays';
export { usePromiseActions } from './usePromiseActions';
