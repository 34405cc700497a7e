import type { CallInput } from '../../../shared/contract/contract';
import { useWrite } from '../../api';
import { toastDone, toastError } from '../../ui/toasts';

type Mark = CallInput<'introductions.mark'>;

/** Carries out what was asked of an introduction. Nothing is confirmed first: undo covers it. */
export function useIntroductionActions() {
  const { mutate: mark } = useWrite('introductions.mark');
  const { mutate: remove } = useWrite('introductions.delete');
  const said = (what: string) => ({ onSuccess: () => toastDone(what), onError: toastError });
  return {
    /** `words` say what was done. */
    mark: (input: Mark, words: string) => mark(input, said(words)),
    remove: (id: string) => remove({ id }, said('Introduction deleted')),
  };
}
