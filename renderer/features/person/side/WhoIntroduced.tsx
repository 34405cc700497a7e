import type { Person } from '../../../../shared/model/person';
import type { CalendarDate } from '../../../../shared/model/primitives';
import { Introductions, openIntroduction } from '../../network';
import { useAsShown, usePastDay } from '../past/past-day';
import classes from './Side.module.css';
import { SideCard } from './SideCard';

/** Who introduced whom, and whom there is still to thank. */
export function WhoIntroduced({ person, today }: { person: Person; today: CalendarDate }) {
  const past = usePastDay() !== null;
  const shown = useAsShown(person.id);
  const add = past ? null : (
    <button
      type="button"
      className={classes.link}
      aria-label="Add an introduction"
      onClick={() => openIntroduction({ a: 'me', b: person.id })}
    >
      Add
    </button>
  );
  return (
    <SideCard title="Introductions" action={add}>
      <Introductions name={person.name} shown={shown} today={today} />
    </SideCard>
  );
}
