import { useCallback } from 'react';
import type { Draft } from '../../../shared/contract/app';
import { useContinueDraft } from '../../ui/drafts';
import { useFormStart } from '../../ui/load-form';
import { FollowUpHost } from './followup/FollowUpDialog';
import { loadPersonForm } from './form/load-person-form';
import { PersonForm } from './form/PersonForm';
import { ForgetDialog } from './forget/ForgetDialog';
import { forgetOverlay, openPersonForm, personFormOverlay, standingOverlay } from './overlays';
import { StandingDialog } from './StandingDialog';

const close = () => personFormOverlay.close();

/** The form of a person and the dialogs about one, rendered once; opened from anywhere. */
export function PersonFormHost() {
  const args = personFormOverlay.useArgs();
  const standing = standingOverlay.useArgs();
  const forget = forgetOverlay.useArgs();
  useContinueDraft(
    'person',
    useCallback(
      ({ id, recordId }: Draft) => openPersonForm({ draftId: id, ...(recordId ? { editId: recordId } : {}) }),
      [],
    ),
  );
  const start = useFormStart(args, loadPersonForm, close);
  return (
    <>
      {args && start ? (
        <PersonForm key={start.draft?.id ?? start.recordId ?? 'new'} start={start} onClose={close} />
      ) : null}
      <FollowUpHost />
      <ForgetDialog personId={forget?.personId ?? null} onClose={() => forgetOverlay.close()} />
      <StandingDialog args={standing} onClose={() => standingOverlay.close()} />
    </>
  );
}
