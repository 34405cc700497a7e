import { Modal } from '@mantine/core';
import { useLocation } from 'wouter';
import type { Draft } from '../../../shared/contract/app';
import { useContinueDraft } from '../../ui/drafts';
import { ErrorNote } from '../../ui/ErrorNote';
import { PersonForm } from './form/PersonForm';
import { useFormStart } from './form/usePersonForm';
import { openPersonForm, type PersonFormArgs, personFormOverlay, standingOverlay } from './overlays';
import { StandingDialog } from './StandingDialog';

/** The form of a person and the standing dialog, opened from anywhere. Rendered once. */
export function PersonFormHost() {
  const args = personFormOverlay.useArgs();
  const standing = standingOverlay.useArgs();
  useContinueDraft('person', continueDraft);
  return (
    <>
      <Modal
        opened={args !== null}
        onClose={() => personFormOverlay.close()}
        title={args?.editId ? 'Edit person' : 'New person'}
        size={620}
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': 'Close and keep the draft' }}
      >
        {args ? <FormBody key={`${args.editId ?? ''} ${args.draftId ?? ''}`} args={args} /> : null}
      </Modal>
      <StandingDialog personId={standing?.personId ?? null} onClose={() => standingOverlay.close()} />
    </>
  );
}

function continueDraft(draft: Draft): void {
  openPersonForm({ draftId: draft.id, ...(draft.recordId === null ? {} : { editId: draft.recordId }) });
}

function FormBody({ args }: { args: PersonFormArgs }) {
  const { start, error, retry } = useFormStart(args);
  const [, navigate] = useLocation();
  if (error) return <ErrorNote error={error} title="This person could not be read" onRetry={retry} />;
  if (!start) return null;
  return (
    <PersonForm
      start={start}
      onClose={() => personFormOverlay.close()}
      onSaved={(id) => {
        personFormOverlay.close();
        if (args.editId === undefined) navigate(`/people/${id}`);
      }}
    />
  );
}
