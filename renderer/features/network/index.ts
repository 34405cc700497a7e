/** What other features use at once. Pages and forms are in `parts.ts`, which is read when it is first needed. */
export { Introductions } from './Introductions';
export { openIntroduction } from './overlays';
