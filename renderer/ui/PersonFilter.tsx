import { type PickedPerson, PersonPicker } from './PersonPicker';
import classes from './PersonFilter.module.css';

interface PersonFilterProps {
  person: PickedPerson | null;
  onChange: (person: PickedPerson | null) => void;
}

/** Filters a list by one person, found by typing. */
export function PersonFilter({ person, onChange }: PersonFilterProps) {
  return (
    <div className={classes.person} data-chosen={person !== null || undefined}>
      <PersonPicker
        label="Filter by person"
        placeholder="With anyone"
        single
        allowNew={false}
        value={person ? [person] : []}
        onChange={(people) => onChange(people[0] ?? null)}
      />
    </div>
  );
}
