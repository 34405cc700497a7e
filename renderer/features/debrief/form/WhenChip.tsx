import { useRef } from 'react';
import { understandWhen } from '../../../../shared/debrief/when';
import { formatInstant, formatMinutes } from '../../../../shared/words/dates';
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
  /** The length that was read from the text typed so far. */
  const lengthRead = useRef('');

  const onType = (text: string) => {
    const when = understandWhen(text, new Date(), order);
    if (when.kind === 'refused') {
      store.change({ whenText: text });
      return;
    }
    const { minutes, status } = store.draft;
    // "3 to 4 pm" says how long, too; what was read from less of it ("3 to 4") was no answer of the user's.
    const said = when.minutes === null ? '' : formatMinutes(when.minutes);
    const isOpen = minutes === '' || minutes === lengthRead.current;
    if (isOpen) lengthRead.current = said;
    store.change({
      whenText: '',
      at: when.at,
      ...(isOpen ? { minutes: said } : {}),
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
