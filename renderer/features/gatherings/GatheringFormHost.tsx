import { useCallback } from 'react';
import type { Draft } from '../../../shared/contract/app';
import { call } from '../../api';
import { useContinueDraft } from '../../ui/drafts';
import { draftFor, useFormStart } from '../../ui/load-form';
import type { FormStart } from '../../ui/useRecordForm';
import { CircleForm } from './CircleForm';
import { CircleValue, formOf as circleFormOf, newCircle } from './circle-form';
import { formOf, GatheringValue, newGathering } from './gathering-form';
import { GatheringForm } from './GatheringForm';
import {
  circleFormOverlay,
  type GatheringFormArgs,
  gatheringFormOverlay,
  openCircleForm,
  openGatheringForm,
  type RecordFormArgs,
} from './overlays';

/** The forms of gatherings and circles, rendered once; opened from anywhere. */
export function GatheringFormHost() {
  return (
    <>
      <GatheringHost />
      <CircleHost />
    </>
  );
}

const closeGathering = () => gatheringFormOverlay.close();
const closeCircle = () => circleFormOverlay.close();

function GatheringHost() {
  const args = gatheringFormOverlay.useArgs();
  useContinueDraft(
    'gathering',
    useCallback((draft: Draft) => openGatheringForm(argsOf(draft)), []),
  );
  const start = useFormStart(args, loadGathering, closeGathering);
  if (!args || !start) return null;
  return (
    <GatheringForm key={start.draft?.id ?? start.recordId ?? 'new'} start={start} onClose={closeGathering} />
  );
}

function CircleHost() {
  const args = circleFormOverlay.useArgs();
  useContinueDraft(
    'circle',
    useCallback((draft: Draft) => openCircleForm(argsOf(draft)), []),
  );
  const start = useFormStart(args, loadCircle, closeCircle);
  if (!args || !start) return null;
  return <CircleForm key={start.draft?.id ?? start.recordId ?? 'new'} start={start} onClose={closeCircle} />;
}

function argsOf({ id, recordId }: Draft): RecordFormArgs {
  return { draftId: id, ...(recordId === null ? {} : { editId: recordId }) };
}

async function loadGathering(args: GatheringFormArgs): Promise<FormStart<GatheringValue>> {
  const recordId = args.editId ?? null;
  const draft = await draftFor('gathering', { draftId: args.draftId, recordId }, GatheringValue);
  if (recordId === null) return { pristine: newGathering(args.circleId ?? null), draft, recordId };
  const { gathering } = await call('gatherings.get', { id: recordId });
  return { pristine: formOf(gathering), draft, recordId };
}

async function loadCircle(args: RecordFormArgs): Promise<FormStart<CircleValue>> {
  const recordId = args.editId ?? null;
  const draft = await draftFor('circle', { draftId: args.draftId, recordId }, CircleValue);
  if (recordId === null) return { pristine: newCircle, draft, recordId };
  const { circle } = await call('circles.get', { id: recordId });
  return { pristine: circleFormOf(circle), draft, recordId };
}
