import { openHistory } from '../../ui/history-overlay';
import { createOverlay } from '../../ui/overlay';

export interface PersonFormArgs {
  /** The person to edit; absent for a new one. */
  editId?: string;
  /** A name that was typed elsewhere already. */
  name?: string;
  draftId?: string;
}

export const personFormOverlay = createOverlay<PersonFormArgs>();

/** Opens the form of a person: a new one, or one to edit. */
export function openPersonForm(args: PersonFormArgs = {}): void {
  personFormOverlay.open(args);
}

export const standingOverlay = createOverlay<{ personId: string }>();

/** Opens the dialog in which the user says how they stand with a person. */
export function openStanding(personId: string): void {
  standingOverlay.open({ personId });
}

export const forgetOverlay = createOverlay<{ personId: string }>();

/** Opens the dialog in which a person is erased for good. */
export function openForget(personId: string): void {
  forgetOverlay.open({ personId });
}

/** Opens what is known of the person's earlier versions. */
export function openPersonHistory({ id, name }: { id: string; name: string }): void {
  openHistory({ type: 'person', id, title: name });
}
