import { Button } from '@mantine/core';
import { useState } from 'react';
import type { TodayPage } from '../../../shared/contract/today';
import type { CalendarDate } from '../../../shared/model/primitives';
import { useWrite } from '../../api';
import { formatDay } from '../../../shared/words/dates';
import { toastError } from '../../ui/toasts';
import { count } from '../../../shared/words/spans';
import { lineWords } from './line-words';
import classes from './TodayPage.module.css';

interface SnoozedProps {
  lines: TodayPage['snoozed'];
  today: CalendarDate;
}

/** What was put off, until when, and the way back. */
export function Snoozed({ lines, today }: SnoozedProps) {
  const [open, setOpen] = useState(false);
  const bringBack = useWrite('today.bringBack');
  if (lines.length === 0) return null;
  return (
    <section className={classes.snoozed} aria-label="Put off">
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Hide what was put off' : `${count(lines.length, 'thing')} put off`}
      </Button>
      {open ? (
        <ul className={classes.plainList}>
          {lines.map((line) => {
            const { title } = lineWords(line, today);
            return (
              <li key={line.key} className={classes.snoozedLine}>
                <span dir="auto">{title}</span>
                <span className={classes.dim}>until {formatDay(line.until, today)}</span>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`Bring back: ${title}`}
                  onClick={() => bringBack.mutate({ key: line.key }, { onError: toastError })}
                >
                  Bring back
                </Button>
              </li>
            );
          })}
        </ul>
      ) : null}
    </section>
  );
}
