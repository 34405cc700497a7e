/** What the app shows of this feature, read when it is first needed. */
export { IntroductionFormHost } from './IntroductionFormHost';
export { openIntroduction } from './overlays';
