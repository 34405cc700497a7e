import { useMemo } from 'react';
import type { Draft } from '../../../../shared/contract/app';
import type { Person } from '../../../../shared/model/person';
import { useDrafts, useRead } from '../../../api';
import type { PersonFormArgs } from '../overlays';
import { emptyForm, formOf, type PersonFormValue, PersonFormValue as FormSchema } from './form-value';

export interface FormStart {
  /** The record that is edited, null for a new person. */
  base: Person | null;
  /** The form as it is without the user's changes. */
  clean: PersonFormValue;
  /** The form as it opens: a draft when there is one. */
  value: PersonFormValue;
  draft: Draft | null;
}

/** Reads what the form begins with. `start` is null until all of it is there. */
export function useFormStart(args: PersonFormArgs): {
  start: FormStart | null;
  error: unknown;
  retry: () => void;
} {
  const { editId } = args;
  const editing = { enabled: editId !== undefined };
  const person = useRead('people.get', { id: editId ?? '' }, editing);
  const circles = useRead('circles.list', {}, editing);
  const introducers = person.data?.met?.introducedBy ?? [];
  const people = useRead('people.names', { ids: introducers }, { enabled: introducers.length > 0 });
  const gatheringId = person.data?.met?.gatheringId;
  const gathering = useRead(
    'gatherings.get',
    { id: gatheringId ?? '' },
    { enabled: gatheringId !== undefined },
  );
  const draft = useDraftFor(args);

  const ready =
    draft !== undefined &&
    (editId === undefined ||
      (person.data?.id === editId &&
        circles.data !== undefined &&
        (introducers.length === 0 || people.data !== undefined) &&
        (gatheringId === undefined || gathering.data !== undefined || gathering.error !== null)));
  const start = useMemo(() => {
    if (!ready) return null;
    const base = editId === undefined ? null : (person.data ?? null);
    const clean = base
      ? formOf(base, {
          circles: new Map(circles.data?.circles.map(({ circle }) => [circle.id, circle.name])),
          people: new Map(people.data?.people.map(({ id, name }) => [id, name])),
          metAt: gathering.data
            ? { id: gathering.data.gathering.id, name: gathering.data.gathering.name }
            : null,
        })
      : emptyForm();
    const kept = FormSchema.safeParse(draft?.value);
    const value = kept.success ? kept.data : { ...clean, ...(args.name && !base ? { name: args.name } : {}) };
    return { base, clean, value, draft: kept.success ? (draft ?? null) : null };
  }, [ready, editId, person.data, circles.data, people.data, gathering.data, draft, args.name]);
  return {
    start,
    error: person.error ?? circles.error ?? people.error,
    retry: () => void Promise.all([person.refetch(), circles.refetch()]),
  };
}

/** The draft to go on with: the one asked for, or one of this very person. Undefined while drafts are read. */
function useDraftFor({ draftId, editId }: PersonFormArgs): Draft | null | undefined {
  const read = useRead('drafts.list', {});
  const drafts = useDrafts();
  if (read.data === undefined && read.error === null) return undefined;
  const mine = drafts.find(({ id, form, recordId }) =>
    draftId !== undefined ? id === draftId : editId !== undefined && form === 'person' && recordId === editId,
  );
  return mine ?? null;
}
