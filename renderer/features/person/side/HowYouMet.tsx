import { Link } from 'wouter';
import type { PersonPage } from '../../../../shared/contract/people';
import type { CalendarDate } from '../../../../shared/model/primitives';
import { formatDay } from '../../../../shared/words/dates';
import classes from './Side.module.css';
import { SideCard } from './SideCard';

/** Where and when you met. */
export function HowYouMet({ data, today }: { data: PersonPage; today: CalendarDate }) {
  const { person, metAt, firstEntryOn } = data;
  const on = person.met?.date;
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
    </SideCard>
  );
}
