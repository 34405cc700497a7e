import { call } from '../../../api';
import { draftFor } from '../../../ui/load-form';
import type { FormStart } from '../../../ui/useRecordForm';
import type { PersonFormArgs } from '../overlays';
import { emptyForm, formOf, PersonFormValue } from './form-value';

/** What the form begins with: the person as they are in the journal, and the draft that was left of them. */
export async function loadPersonForm({
  editId,
  name,
  draftId,
}: PersonFormArgs): Promise<FormStart<PersonFormValue>> {
  const draft = await draftFor('person', { draftId, recordId: editId ?? null }, PersonFormValue);
  const pristine = editId === undefined ? emptyForm(name) : await formOfPerson(editId);
  return { pristine, draft, recordId: editId ?? null };
}

async function formOfPerson(id: string): Promise<PersonFormValue> {
  const person = await call('people.get', { id });
  const [{ circles }, { people }, metAt] = await Promise.all([
    call('circles.list', {}),
    call('people.names', { ids: person.met?.introducedBy ?? [] }),
    gatheringName(person.met?.gatheringId),
  ]);
  return formOf(person, {
    circles: new Map(circles.map(({ circle }) => [circle.id, circle.name])),
    people: new Map(people.map((one) => [one.id, one.name])),
    metAt,
  });
}

async function gatheringName(id: string | undefined): Promise<PersonFormValue['metAt']> {
  if (id === undefined) return null;
  const { gathering } = await call('gatherings.get', { id });
  return { id, name: gathering.name };
}
