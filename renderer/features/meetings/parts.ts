/** What the app shows of this feature, read when it is first needed. */
export { MeetingPage } from './MeetingPage';
