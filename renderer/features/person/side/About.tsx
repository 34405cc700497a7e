import type { Person } from '../../../../shared/model/person';
import type { CalendarDate } from '../../../../shared/model/primitives';
import { formatDay, formatYearly } from '../../../../shared/words/dates';
import { Markdown } from '../../../ui/Markdown';
import { dateKindLabels } from '../../../../shared/words/labels';
import classes from './Side.module.css';
import { SideCard } from './SideCard';

/** Everything else that was noted about the person. */
export function About({ person, today }: { person: Person; today: CalendarDate }) {
  const { dates = [], customFields = [], notes, partnerSince } = person;
  if (dates.length + customFields.length === 0 && !notes && !partnerSince) return null;
  return (
    <SideCard title="Notes">
      {notes ? <Markdown text={notes} /> : null}
      <dl className={classes.facts}>
        {partnerSince ? (
          <div>
            <dt>Partner since</dt>
            <dd>{formatDay(partnerSince, today)}</dd>
          </div>
        ) : null}
        {dates.map((date) => (
          <div key={`${date.kind} ${date.on} ${date.label ?? ''}`}>
            <dt>{date.label ?? dateKindLabels[date.kind]}</dt>
            <dd>{formatYearly(date.on)}</dd>
          </div>
        ))}
        {customFields.map((field) => (
          <div key={field.name}>
            <dt>{field.name}</dt>
            <dd>{field.value}</dd>
          </div>
        ))}
      </dl>
    </SideCard>
  );
}
