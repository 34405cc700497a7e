import { understandWhen } from '../../../../shared/debrief/when';
import { formatInstant, formatMinutes } from '../../../ui/dates';
import { useNow } from '../../../ui/useToday';
import { ChipText } from '../controls/ChipText';
import { useField, useForm, useIssue } from './form-store';
import { whenWords } from './when-words';

/** When it was, as one says it. What is understood is shown at once; what is not stays as it was typed. */
export function WhenChip() {
  const { store, order } = useForm();
  const [at] = useField('at');
  const [typed] = useField('whenText');
  const issue = useIssue('when');
  const now = useNow();

  const onType = (text: string) => {
    const when = understandWhen(text, new Date(), order);
    if (when.kind === 'refused') {
      store.change({ whenText: text });
      return;
    }
    const { minutes, status } = store.draft;
    store.change({
      whenText: '',
      at: when.at,
      // "3 to 4 pm" says how long, too.
      ...(when.minutes !== null && minutes === '' ? { minutes: formatMinutes(when.minutes) } : {}),
      // What lies ahead has not been held.
      ...(when.future && status === 'held' ? { status: undefined } : {}),
    });
  };
  const onLeave = () => {
    const text = store.draft.whenText;
    if (text.trim() === '') {
      if (text !== '') store.change({ whenText: '' });
      return;
    }
    const when = understandWhen(text, new Date(), order);
    if (when.kind === 'refused')
      store.report([...others(store.issues), { field: 'when', message: when.message }]);
  };
  return (
    <ChipText
      label="When"
      field="when"
      placeholder="When?"
      typed={typed}
      understood={whenWords(at, now)}
      onType={onType}
      onLeave={onLeave}
      error={issue}
      hint={typed === '' ? formatInstant(at) : 'Say it as you like: “yesterday 3pm”, “3 months ago”'}
    />
  );
}

function others<T extends { field: string }>(issues: readonly T[]): T[] {
  return issues.filter((issue) => issue.field !== 'when');
}
