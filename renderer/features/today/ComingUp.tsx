import { Link } from 'wouter';
import type { TodayPage } from '../../../shared/contract/today';
import type { CalendarDate } from '../../../shared/model/primitives';
import { dateOf } from '../../../shared/model/time';
import { formatClock, formatRelativeDay } from '../../../shared/words/dates';
import { listWords } from '../../../shared/words/spans';
import classes from './TodayPage.module.css';

const SHOWN = 6;

interface ComingUpProps {
  items: TodayPage['comingUp'];
  today: CalendarDate;
}

/** What is planned for the next days. */
export function ComingUp({ items, today }: ComingUpProps) {
  return <Items title="Coming up" items={items} today={today} />;
}

/** Their time has come: each leads to its brief, where one key says what became of it. */
export function Unsettled({ items, today }: ComingUpProps) {
  return <Items title="What became of these?" items={items} today={today} />;
}

function Items({ title, items, today }: ComingUpProps & { title: string }) {
  if (items.length === 0) return null;
  return (
    <section className={classes.card} aria-label={title}>
      <header className={classes.cardHead}>
        <h2 className={classes.cardTitle}>{title}</h2>
      </header>
      <ul className={classes.plainList}>
        {items.slice(0, SHOWN).map((item) => (
          <li key={item.id} className={classes.ahead}>
            <span className={classes.dim}>
              {formatRelativeDay(dateOf(item.at), today)}
              {item.kind === 'promise' ? '' : `, ${formatClock(item.at)}`}
            </span>
            <Link href={hrefOf(item)} className={classes.person}>
              {itemName(item)}
            </Link>
          </li>
        ))}
      </ul>
      {items.length > SHOWN ? <p className={classes.dim}>and {items.length - SHOWN} more</p> : null}
    </section>
  );
}

type Item = TodayPage['comingUp'][number];

function hrefOf({ kind, id, people }: Item): string {
  switch (kind) {
    case 'gathering':
      return `/gatherings/${id}`;
    case 'planned':
      return `/meetings/${id}`;
    case 'promise':
      return `/people/${people[0]?.id ?? ''}`;
  }
}

function itemName({ kind, name, people }: Item): string {
  if (kind === 'promise') return `${name}, promised to ${listWords(people.map((person) => person.name))}`;
  return [name, listWords(people.map((person) => person.name))].filter((part) => part !== '').join(': ');
}
