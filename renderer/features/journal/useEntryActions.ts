import { useMemo } from 'react';
import { useWrite } from '../../api';
import { toastDone, toastError } from '../../ui/toasts';
import { openDebrief } from '../debrief';

/** Editing and deleting an entry from a list. Deleting asks nothing: undo brings it back. */
export function useEntryActions() {
  const { mutate: remove } = useWrite('interactions.delete');
  return useMemo(
    () => ({
      edit: (id: string) => openDebrief({ editId: id }),
      remove: (id: string) =>
        remove({ id }, { onSuccess: () => toastDone('Entry deleted'), onError: toastError }),
    }),
    [remove],
  );
}
