import { createOverlay } from '../../ui/overlay';

export interface RecordFormArgs {
  /** The record to edit; absent for a new one. */
  editId?: string;
  draftId?: string;
}

export interface GatheringFormArgs extends RecordFormArgs {
  /** The circle that a new one belongs to. */
  circleId?: string;
}

export const gatheringFormOverlay = createOverlay<GatheringFormArgs>();
export const circleFormOverlay = createOverlay<RecordFormArgs>();

/** Opens the form of a gathering: a new one, or one to edit. */
export function openGatheringForm(args: GatheringFormArgs = {}): void {
  gatheringFormOverlay.open(args);
}

/** Opens the form of a circle: a new one, or one to edit. */
export function openCircleForm(args: RecordFormArgs = {}): void {
  circleFormOverlay.open(args);
}
