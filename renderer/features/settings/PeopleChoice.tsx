import { Checkbox, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { BackedUpPerson } from '../../../shared/contract/backup';
import { useRead } from '../../api';
import { formatCount } from '../../../shared/words/dates';
import { ErrorNote } from '../../ui/ErrorNote';
import type { LookedAt } from './looked-at';
import classes from './Settings.module.css';

const SHOWN = 30;
const SEARCH_AFTER_MS = 150;

const STATES: Record<BackedUpPerson['state'], string> = {
  missing: 'not in your journal now',
  different: 'different now',
  same: 'the same now',
};

interface PeopleChoiceProps {
  at: LookedAt;
  chosen: readonly BackedUpPerson[];
  onChange: (chosen: BackedUpPerson[]) => void;
}

/** Who of a backup is to come back: those whom the journal has lost stand first. */
export function PeopleChoice({ at, chosen, onChange }: PeopleChoiceProps) {
  const [text, setText] = useState('');
  const [searched] = useDebouncedValue(text, SEARCH_AFTER_MS);
  const people = useRead('backup.people', { ...at, text: searched, offset: 0, limit: SHOWN });
  const isChosen = (id: string) => chosen.some((person) => person.id === id);
  const toggle = (person: BackedUpPerson) =>
    onChange(isChosen(person.id) ? chosen.filter(({ id }) => id !== person.id) : [...chosen, person]);
  const { rows = [], total = 0 } = people.data ?? {};
  return (
    <fieldset className={classes.people}>
      <legend className={classes.quiet}>
        They become as they are in the backup, and so do their entries and promises in it. Those that are
        newer than the backup stay.
      </legend>
      <TextInput
        label="Find somebody in the backup"
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <ErrorNote error={people.error} title="The people in it could not be read" />
      <ul className={classes.backups} aria-label="People in the backup">
        {rows.map((person) => (
          <li key={person.id} className={classes.person}>
            <Checkbox
              label={person.name}
              description={wordsOf(person)}
              checked={isChosen(person.id)}
              onChange={() => toggle(person)}
            />
          </li>
        ))}
      </ul>
      {people.data && total === 0 ? <p className={classes.quiet}>Nobody in it has this name.</p> : null}
      {total > rows.length ? (
        <p className={classes.quiet}>{formatCount(total - rows.length, 'more', 'more')}: write a name.</p>
      ) : null}
    </fieldset>
  );
}

function wordsOf({ organisation, entries, promises, state }: BackedUpPerson): string {
  return [
    organisation,
    formatCount(entries, 'entry', 'entries'),
    promises > 0 ? formatCount(promises, 'promise', 'promises') : undefined,
    STATES[state],
  ]
    .filter((words) => words !== undefined)
    .join(' · ');
}
