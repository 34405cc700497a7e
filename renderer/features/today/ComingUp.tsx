import { Link } from 'wouter';
import type { TodayPage } from '../../../shared/contract/today';
import type { CalendarDate } from '../../../shared/model/primitives';
import { dateOf } from '../../../shared/model/time';
import { formatClock, formatRelativeDay } from '../../ui/dates';
import { listWords } from '../../ui/words/spans';
import { openDebrief } from '../debrief';
import classes from './TodayPage.module.css';

const SHOWN = 6;

interface ComingUpProps {
  items: TodayPage['comingUp'];
  today: CalendarDate;
}

/** What is planned for the next days. */
export function ComingUp({ items, today }: ComingUpProps) {
  if (items.length === 0) return null;
  return (
    <section className={classes.card} aria-label="Coming up">
      <header className={classes.cardHead}>
        <h2 className={classes.cardTitle}>Coming up</h2>
      </header>
      <ul className={classes.plainList}>
        {items.slice(0, SHOWN).map((item) => (
          <li key={item.id} className={classes.ahead}>
            <span className={classes.dim}>
              {formatRelativeDay(dateOf(item.at), today)}, {formatClock(item.at)}
            </span>
            {item.kind === 'gathering' ? (
              <Link href={`/gatherings/${item.id}`} className={classes.person}>
                {item.name}
              </Link>
            ) : (
              <button type="button" className={classes.log} onClick={() => openDebrief({ editId: item.id })}>
                {[item.name, listWords(item.people.map(({ name }) => name))]
                  .filter((part) => part !== '')
                  .join(': ')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {items.length > SHOWN ? <p className={classes.dim}>and {items.length - SHOWN} more</p> : null}
    </section>
  );
}
