import { understandMinutes } from '../../../../shared/debrief/minutes';
import { formatMinutes } from '../../../../shared/words/dates';
import { ChipText } from '../controls/ChipText';
import { useField, useForm, useIssue } from './form-store';

interface LengthChipProps {
  field: 'minutes' | 'travelMinutes';
  label: string;
  placeholder: string;
}

/** How long it took: "50", "1 h 20". */
export function LengthChip({ field, label, placeholder }: LengthChipProps) {
  const { store } = useForm();
  const [typed, setTyped] = useField(field);
  const issue = useIssue(field);
  const length = understandMinutes(typed);
  const words = length.kind === 'understood' ? formatMinutes(length.minutes) : '';
  const onLeave = () => {
    if (length.kind !== 'refused') return;
    const others = store.issues.filter((other) => other.field !== field);
    store.report([...others, { field, message: length.message }]);
  };
  return (
    <ChipText
      label={label}
      field={field}
      placeholder={placeholder}
      typed={words === '' ? typed : ''}
      understood={words}
      onType={setTyped}
      onLeave={onLeave}
      error={issue}
      hint={words === '' ? undefined : words}
    />
  );
}
