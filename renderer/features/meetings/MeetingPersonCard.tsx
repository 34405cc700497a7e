import { Link } from 'wouter';
import type { MeetingPerson } from '../../../shared/contract/meetings';
import type { CalendarDate } from '../../../shared/model/primitives';
import { type BriefItem, meetingFacts } from '../../../shared/words/brief';
import { openDebrief } from '../debrief';
import { openPromiseForm } from '../promises';
import classes from './Meeting.module.css';

/** What one would want to know of somebody on the way there; each line leads to what it comes from. */
export function MeetingPersonCard({ person, today }: { person: MeetingPerson; today: CalendarDate }) {
  return (
    <section className={classes.card} aria-label={person.name}>
      <h2 className={classes.name}>
        <Link href={`/people/${person.id}`} className={classes.link}>
          <bdi>{person.name}</bdi>
        </Link>
      </h2>
      <dl className={classes.facts}>
        {meetingFacts(person, today).map(({ label, items }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {items.map((item) => (
                <Item key={`${item.text} ${item.aside ?? ''}`} item={item} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Item({ item: { text, aside, own, from } }: { item: BriefItem }) {
  const words = (
    <>
      <span className={own ? classes.own : undefined} dir="auto">
        {text}
      </span>
      {aside === undefined ? null : <span className={classes.dim}> {aside}</span>}
    </>
  );
  if (from === undefined) return <p className={classes.item}>{words}</p>;
  const open = () =>
    from.kind === 'promise' ? openPromiseForm({ editId: from.id }) : openDebrief({ editId: from.id });
  return (
    <button type="button" className={classes.itemButton} onClick={open}>
      {words}
    </button>
  );
}
