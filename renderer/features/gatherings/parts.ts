/** What the app shows of this feature, read when it is first needed. */
export { CirclePage } from './CirclePage';
export { GatheringFormHost } from './GatheringFormHost';
export { GatheringPage } from './GatheringPage';
export { GatheringsPage } from './GatheringsPage';
export { type GatheringFormArgs, openCircleForm, openGatheringForm, type RecordFormArgs } from './overlays';
