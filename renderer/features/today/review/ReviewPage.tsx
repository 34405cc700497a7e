import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { ReviewPerson } from '../../../../shared/contract/today';
import { useRead, useWrite } from '../../../api';
import { formatDay } from '../../../../shared/words/dates';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorNote } from '../../../ui/ErrorNote';
import { Kbd } from '../../../ui/Kbd';
import { PageHeader } from '../../../ui/PageHeader';
import { toastError } from '../../../ui/toasts';
import { usePageKeys } from '../../../ui/usePageKeys';
import { count } from '../../../../shared/words/spans';
import { ReviewCard } from './ReviewCard';
import classes from './Review.module.css';

/** The people who matter most, one after the other. */
export function ReviewPage() {
  const { data, error, refetch } = useRead('review.people', {});
  const people = data?.people ?? [];
  const done = people.filter(({ reviewed }) => reviewed).length;
  return (
    <>
      <PageHeader
        title="Weekly review"
        description={
          <span role="status">
            {data && people.length > 0
              ? `${done} of ${count(people.length, 'key person', 'key people')} looked at since ${formatDay(data.week)}`
              : ' '}
          </span>
        }
        actions={
          <Button component={Link} href="/today" variant="default">
            Back to today
          </Button>
        }
      />
      <ErrorNote error={error} title="The review could not be read" onRetry={() => void refetch()} />
      {data && people.length === 0 ? <NobodyYet /> : null}
      {people.length > 0 ? <Review people={people} /> : null}
    </>
  );
}

function Review({ people }: { people: readonly ReviewPerson[] }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const mark = useWrite('review.mark');
  const [, navigate] = useLocation();
  // Whoever is looked at stays in place: marking somebody must not turn the page.
  const first = people.find(({ reviewed }) => !reviewed) ?? people[0];
  const at = Math.max(
    0,
    people.findIndex(({ person }) => person.id === (chosen ?? first?.person.id)),
  );
  const shown = people[at];
  const go = (step: number) => {
    const next = people[(at + step + people.length) % people.length];
    if (next) setChosen(next.person.id);
  };
  const done = () => {
    if (!shown) return;
    setChosen(shown.person.id);
    mark.mutate(
      { personId: shown.person.id, reviewed: !shown.reviewed },
      { onError: toastError, onSuccess: () => (shown.reviewed ? undefined : go(1)) },
    );
  };
  usePageKeys({ ArrowRight: () => go(1), ArrowLeft: () => go(-1), d: done });
  if (!shown) return null;
  return (
    <div className={classes.review}>
      <ReviewCard
        key={shown.person.id}
        of={shown}
        place={`${at + 1} of ${people.length}`}
        onOpen={() => navigate(`/people/${shown.person.id}`)}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => go(-1)} rightSection={<Kbd keys="Left" />}>
          Previous
        </Button>
        <Button onClick={done} rightSection={<Kbd keys="D" />}>
          {shown.reviewed ? 'Not looked at after all' : 'Looked at'}
        </Button>
        <Button variant="default" onClick={() => go(1)} rightSection={<Kbd keys="Right" />}>
          Next
        </Button>
      </div>
    </div>
  );
}

function NobodyYet() {
  return (
    <EmptyState title="Nobody is in your inner rings yet">
      On a person’s page, choose Edit and put them into your inner five or close fifteen, or note since when
      you are partners. Once a week you look at them here, one after the other.
    </EmptyState>
  );
}
