export { openPersonForm } from './overlays';
export { PersonFormHost } from './PersonFormHost';
export { PersonPage } from './page/PersonPage';
