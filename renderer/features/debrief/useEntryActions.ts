import { useMemo } from 'react';
import type { Interaction } from '../../../shared/model/interaction';
import type { Id } from '../../../shared/model/primitives';
import { dateOf } from '../../../shared/model/time';
import { useWrite } from '../../api';
import { formatDay } from '../../../shared/words/dates';
import { toastDone, toastError } from '../../ui/toasts';
import { openDebrief } from './overlays';

/** Editing and deleting an entry from a list. Deleting asks nothing: undo brings it back. */
export function useEntryActions() {
  const { mutate: remove } = useWrite('interactions.delete');
  return useMemo(
    () => ({
      edit: (id: Id) => openDebrief({ editId: id }),
      remove: ({ id, at }: Interaction) =>
        remove(
          { id },
          { onSuccess: () => toastDone(`Entry of ${formatDay(dateOf(at))} deleted`), onError: toastError },
        ),
    }),
    [remove],
  );
}
