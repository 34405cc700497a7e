import { Button } from '@mantine/core';
import type { TodayPage } from '../../../shared/contract/today';
import { runCommand } from '../../ui/commands';
import { count } from '../../../shared/words/spans';
import classes from './TodayPage.module.css';

/** The way into the weekly review, and how far it is. */
export function WeeklyReviewCard({ review: { people, done } }: { review: TodayPage['review'] }) {
  return (
    <section className={classes.card} aria-label="Weekly review">
      <header className={classes.cardHead}>
        <h2 className={classes.cardTitle}>Weekly review</h2>
      </header>
      <p className={classes.lead}>
        {people === 0
          ? 'Put the people who matter most into your inner five or close fifteen, and look at them once a week.'
          : `${count(people, 'key person', 'key people')}, one by one. ${done === 0 ? 'Not begun this week.' : done === people ? 'All looked at this week.' : `${done} looked at this week.`}`}
      </p>
      {people === 0 ? null : (
        <div className={classes.cardActions}>
          <Button variant="light" size="compact-md" onClick={() => runCommand('review')}>
            {done === 0 ? 'Start' : done === people ? 'Look again' : 'Go on'}
          </Button>
        </div>
      )}
    </section>
  );
}
