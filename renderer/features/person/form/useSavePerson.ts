import { useState } from 'react';
import type { CallError } from '../../../../shared/contract/journal';
import type { Person } from '../../../../shared/model/person';
import { call, callErrorOf } from '../../../api';
import { fieldsOf, type PersonFormValue, withoutEmptyRows } from './form-value';

interface Saving {
  saving: boolean;
  error: CallError | null;
  /** Answers the person's id, or null when it was refused: `error` says why, and what was typed stays. */
  save: (value: PersonFormValue, base: Person | null) => Promise<string | null>;
}

/** Saves the form: new circles first, then the person. */
export function useSavePerson(): Saving {
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const save: Saving['save'] = async (typed, base) => {
    setSaving(true);
    setError(null);
    try {
      const value = withoutEmptyRows(typed);
      const circleIds = await circleIdsOf(value.circles);
      const editing = base && value.rev !== null ? { id: base.id, rev: value.rev } : null;
      const { id } = await call('people.save', { editing, person: fieldsOf(value, circleIds, base) });
      return id;
    } catch (thrown) {
      setError(callErrorOf(thrown));
      return null;
    } finally {
      setSaving(false);
    }
  };
  return { saving, error, save };
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
