import { type KeyboardEvent, useState } from 'react';
import { useRead } from '../../../api';
import { ComboChip, ComboField, ComboWords } from '../../../ui/ComboField';
import { formatDay } from '../../../../shared/words/dates';
import { useListbox } from '../../../ui/useListbox';
import { useNow } from '../../../ui/useToday';

/** A gathering of the journal, or a new one by its name. */
export interface PickedGathering {
  id: string | null;
  name: string;
}

interface GatheringPickerProps {
  value: PickedGathering | null;
  onChange(gathering: PickedGathering | null, from: string | null, minutesPerRound: number | null): void;
  field: string;
  error?: string | undefined;
  autoFocus?: boolean;
}

const MAX_NAME_LENGTH = 300;

/** Chooses a gathering by typing its name; one that is not there yet is created with the rounds. */
export function GatheringPicker({ value, onChange, field, error, autoFocus }: GatheringPickerProps) {
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const now = useNow();
  const name = typed.trim();
  const tooLong = name.length > MAX_NAME_LENGTH;
  const query = { offset: 0, limit: 12, ...(name === '' ? {} : { text: name.slice(0, 200) }) };
  const rows = useRead('gatherings.list', query, { enabled: open }).data?.rows ?? [];
  const matches = pastFirst(rows, now).filter(({ gathering }) =>
    gathering.name.toLowerCase().includes(name.toLowerCase()),
  );
  const exact = matches.some(({ gathering }) => gathering.name.toLowerCase() === name.toLowerCase());
  const offersNew = name !== '' && !tooLong;
  const size = tooLong ? 0 : matches.length + (offersNew ? 1 : 0);

  const choose = (index: number) => {
    // Its exact name means it; anything shorter is a new one first.
    const row = exact || name === '' ? matches[index] : matches[index - 1];
    if (row) onChange(row.gathering, row.gathering.from, row.gathering.minutesPerRound ?? null);
    else if (offersNew) onChange({ id: null, name }, null, null);
    setTyped('');
    setOpen(false);
  };
  const listbox = useListbox(open, size, choose, typed);
  const onKeyDown = (event: KeyboardEvent) => {
    if (listbox.onKey(event)) return;
    if (event.key === 'ArrowDown') setOpen(true);
    else if (event.key === 'Escape' && open && size > 0) {
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Backspace' && typed === '' && value) onChange(null, null, null);
  };
  const offered = matches.map(({ gathering }) => ({
    key: gathering.id,
    words: <ComboWords name={gathering.name} aside={formatDay(gathering.from.slice(0, 10))} />,
  }));
  const fresh = {
    key: 'new',
    words: <ComboWords isNew name={name} aside={exact ? 'another one of this name' : ''} />,
  };
  const options = !offersNew ? offered : exact ? [...offered, fresh] : [fresh, ...offered];
  return (
    <ComboField
      bare
      label="At which gathering"
      listLabel="Gatherings"
      listbox={listbox}
      open={open && size > 0}
      options={options}
      chips={
        value ? (
          <ComboChip
            name={value.name}
            isNew={value.id === null}
            onRemove={() => onChange(null, null, null)}
          />
        ) : null
      }
      typed={typed}
      onType={(text) => {
        setTyped(text);
        setOpen(true);
      }}
      onOpen={() => setOpen(true)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        // Leaving the field takes the name, as typed.
        if (document.hasFocus() && name !== '' && size > 0) choose(0);
        setOpen(false);
      }}
      placeholder="At which gathering?"
      full={value !== null}
      width={19}
      message={tooLong ? `A name has at most ${MAX_NAME_LENGTH} characters; this has ${name.length}.` : error}
      field={field}
      autoFocus={autoFocus}
    />
  );
}

/** What has begun comes first, the newest on top: one writes about what has been. */
export function pastFirst<T extends { gathering: { from: string } }>(rows: readonly T[], now: Date): T[] {
  const begun = ({ gathering }: T) => Date.parse(gathering.from) <= now.getTime();
  return [...rows.filter(begun), ...rows.filter((row) => !begun(row))];
}
