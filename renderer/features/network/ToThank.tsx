import { Button } from '@mantine/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { NetworkPage } from '../../../shared/contract/network';
import type { CalendarDate } from '../../../shared/model/primitives';
import { count } from '../../../shared/words/spans';
import { stateWords, Thanks } from './Introductions';
import classes from './NetworkPage.module.css';

const SHOWN = 6;

interface ToThankProps {
  thanks: NetworkPage['openThanks'];
  today: CalendarDate;
}

/** Introductions for which thanks, or word of what came of them, are still open. */
export function ToThank({ thanks: { total, leads }, today }: ToThankProps) {
  const [all, setAll] = useState(false);
  const shown = all ? leads : leads.slice(0, SHOWN);
  const list = useRef<HTMLUListElement>(null);
  const noteMark = useFocusKept(list);
  return (
    <section className={classes.card} aria-labelledby="network-thanks">
      <h2 className={classes.title} id="network-thanks">
        {total === 0 ? 'Everybody is thanked' : `Thanks still open: ${total}`}
      </h2>
      {total === 0 ? (
        <p className={classes.dim}>Whoever led you to somebody was thanked, and told what came of it.</p>
      ) : null}
      <ul ref={list} className={classes.thanks}>
        {shown.map(({ by, to, lead }, index) => (
          <li key={`${by.id} ${to.id}`} className={classes.thank}>
            <p className={classes.thankWords}>
              <Link href={`/people/${by.id}`} className={classes.link}>
                <bdi>{by.name}</bdi>
              </Link>{' '}
              led you to{' '}
              <Link href={`/people/${to.id}`} className={classes.link}>
                <bdi>{to.name}</bdi>
              </Link>
              <br />
              <span className={classes.dim}>{stateWords(lead, today)}</span>
            </p>
            <Thanks by={by} to={to} lead={lead} onMark={() => noteMark(index)} />
          </li>
        ))}
      </ul>
      {leads.length > shown.length ? (
        <Button variant="subtle" size="compact-md" onClick={() => setAll(true)}>
          Show {leads.length < total ? `${leads.length} of ` : 'all '}
          {count(total, 'introduction')}
        </Button>
      ) : null}
    </section>
  );
}

/** A line that is done leaves the list: the keyboard goes on to the one in its place. */
function useFocusKept(list: RefObject<HTMLUListElement | null>): (index: number) => void {
  const pressed = useRef<number | null>(null);
  useEffect(() => {
    const lines = list.current?.querySelectorAll('li');
    if (pressed.current === null || !lines) return;
    const line = lines[Math.min(pressed.current, lines.length - 1)];
    if (document.activeElement === document.body)
      line?.querySelector('button')?.focus({ preventScroll: true });
    else if (!list.current?.contains(document.activeElement)) pressed.current = null;
  });
  return (index) => {
    pressed.current = index;
  };
}
