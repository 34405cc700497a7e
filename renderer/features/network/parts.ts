/** What the app shows of this feature, read when it is first needed. */
export { IntroductionFormHost } from './IntroductionFormHost';
export { NetworkPage } from './NetworkPage';
export { openIntroduction } from './overlays';
