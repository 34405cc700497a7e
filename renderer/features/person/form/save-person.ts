import { call } from '../../../api';
import { fieldsOf, type PersonFormValue, withoutEmptyRows } from './form-value';

/** Saves the form: new circles first, then the person. Answers the person's id; throws what it was refused with. */
export async function savePerson(
  typed: PersonFormValue,
  recordId: string | null,
  welcome: boolean,
): Promise<string> {
  const value = withoutEmptyRows(typed);
  const circleIds = await circleIdsOf(value.circles);
  if (recordId === null || value.rev === null) {
    return (await call('people.save', { editing: null, person: fieldsOf(value, circleIds, null), welcome }))
      .id;
  }
  // What the form does not show comes from the record as it is now; `rev` sees to it that nothing newer is lost.
  const base = await call('people.get', { id: recordId });
  const editing = { id: recordId, rev: value.rev };
  return (await call('people.save', { editing, person: fieldsOf(value, circleIds, base), welcome })).id;
}

/** The ids of circles by name; those that are not there yet are started. */
async function circleIdsOf(names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const { circles } = await call('circles.list', {});
  const ids: string[] = [];
  for (const name of names) {
    const known = circles.find(({ circle }) => circle.name.toLowerCase() === name.trim().toLowerCase());
    ids.push(known?.circle.id ?? (await call('circles.save', { editing: null, circle: { name } })).id);
  }
  return [...new Set(ids)];
}
