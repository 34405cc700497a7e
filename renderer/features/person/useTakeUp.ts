import { useCallback } from 'react';
import type { Id } from '../../../shared/model/primitives';
import { call } from '../../api';
import { todayHere } from '../../../shared/words/dates';
import { toastDone, toastError } from '../../ui/toasts';

/** Takes a person up again who was let go, kept at a distance or rested: active from today on. Undo covers it. */
export function useTakeUp(personId: Id): () => void {
  return useCallback(() => {
    takeUp(personId)
      .then((name) => toastDone(`${name}: active again`))
      .catch(toastError);
  }, [personId]);
}

async function takeUp(personId: Id): Promise<string> {
  const person = await call('people.get', { id: personId });
  const { id, rev, createdAt: _createdAt, updatedAt: _updatedAt, ...fields } = person;
  const standing = { kind: 'active' as const, since: todayHere() };
  await call('people.save', { editing: { id, rev }, person: { ...fields, standing } });
  return person.name;
}
