import { useMemo } from 'react';
import type { Id } from '../../../../shared/model/primitives';
import type { PromiseRecord } from '../../../../shared/model/promise';
import { useRead } from '../../../api';

/** As many as one read gives; nobody has more promises with one person. */
const LIMIT = 500;

/** The promises with one person, by id. */
export function usePromisesOf(personId: Id, enabled: boolean): ReadonlyMap<Id, PromiseRecord> {
  const page = { personId, offset: 0, limit: LIMIT };
  const open = useRead('promises.list', { ...page, view: 'open' }, { enabled }).data;
  const closed = useRead('promises.list', { ...page, view: 'closed' }, { enabled }).data;
  return useMemo(
    () =>
      new Map([...(open?.rows ?? []), ...(closed?.rows ?? [])].map(({ promise }) => [promise.id, promise])),
    [open, closed],
  );
}
