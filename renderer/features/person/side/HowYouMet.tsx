import { Link } from 'wouter';
import type { PersonPage } from '../../../../shared/contract/people';
import type { CalendarDate } from '../../../../shared/model/primitives';
import { formatDay } from '../../../ui/dates';
import { initialsOf } from '../../../ui/initials';
import classes from './Side.module.css';
import { SideCard } from './SideCard';

/** Where and when you met, and who said you should. */
export function HowYouMet({ data, today }: { data: PersonPage; today: CalendarDate }) {
  const { person, metAt, introducers, firstEntryOn } = data;
  const on = person.met?.date;
  const thanked = introducers.filter((introducer) => introducer.thanked).length;
  return (
    <SideCard title="How you met">
      <p className={classes.words}>
        {metAt ? <Link href={`/gatherings/${metAt.id}`}>{metAt.name}</Link> : null}
        {metAt && on ? ', ' : null}
        {on ? formatDay(on, today) : null}
        {!metAt && !on
          ? firstEntryOn
            ? `First entry ${formatDay(firstEntryOn, today)}`
            : 'Not noted yet'
          : null}
      </p>
      {introducers.length > 0 ? (
        <>
          <ul className={classes.introducers}>
            {introducers.map((introducer) => (
              <li key={introducer.id}>
                <Link href={`/people/${introducer.id}`} className={classes.introducer}>
                  <span className={classes.initials} aria-hidden="true">
                    {initialsOf(introducer.name)}
                  </span>
                  <bdi>{introducer.name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
          <p className={classes.dim}>
            said you should meet · thanked {thanked} of {introducers.length}
          </p>
        </>
      ) : null}
    </SideCard>
  );
}
