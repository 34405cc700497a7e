import { Button } from '@mantine/core';
import type { ReviewPerson } from '../../../../shared/contract/today';
import { formatDay } from '../../../../shared/words/dates';
import { evidenceStageLabels, ringLabels } from '../../../../shared/words/labels';
import { capitalised, count, everyDays, spanWords } from '../../../../shared/words/spans';
import { openDebrief } from '../../debrief';
import { openPromiseForm } from '../../promises';
import classes from './Review.module.css';

interface ReviewCardProps {
  of: ReviewPerson;
  /** "3 of 11" */
  place: string;
  onOpen: () => void;
}

/** What one would want to know of somebody before deciding whether to get in touch. */
export function ReviewCard({ of, place, onOpen }: ReviewCardProps) {
  const { person, last, nextStep, owed } = of;
  return (
    <section className={classes.card} aria-label={person.name}>
      <header className={classes.head}>
        <h2 className={classes.name}>
          <bdi>{person.name}</bdi>
        </h2>
        <span className={classes.place}>
          {place}
          {of.reviewed ? ', looked at this week' : ''}
        </span>
      </header>
      <p className={classes.facts}>{whoWords(of)}</p>
      <p className={classes.rhythm} data-state={of.rhythm.state}>
        {rhythmWords(of)}
      </p>
      <dl className={classes.list}>
        <div>
          <dt>Last time</dt>
          <dd>
            {last ? (
              <button type="button" className={classes.last} onClick={() => openDebrief({ editId: last.id })}>
                <span className={classes.dim}>{formatDay(last.on)}</span>{' '}
                <span className={classes.words} dir="auto">
                  {last.words === '' ? 'No words were noted.' : last.words}
                </span>
              </button>
            ) : (
              'Nothing written down yet'
            )}
          </dd>
        </div>
        {nextStep ? (
          <div>
            <dt>Next step</dt>
            <dd className={classes.words} dir="auto">
              {nextStep}
            </dd>
          </div>
        ) : null}
        <div>
          <dt>Give and take</dt>
          <dd>
            {of.given + of.received === 0 ? 'Nothing noted' : `${of.given} given, ${of.received} received`}
          </dd>
        </div>
        <div>
          <dt>Owed</dt>
          <dd>
            {owed.length === 0 ? 'Nothing, on either side' : null}
            <ul className={classes.owed}>
              {owed.map(({ promise, overdueDays }) => (
                <li key={promise.id}>
                  <button
                    type="button"
                    className={classes.last}
                    onClick={() => openPromiseForm({ editId: promise.id })}
                  >
                    {promise.by === 'me' ? 'You: ' : 'They: '}
                    <span className={classes.words} dir="auto">
                      {promise.what}
                    </span>
                    {overdueDays !== null && overdueDays > 0 ? ` (${count(overdueDays, 'day')} late)` : ''}
                  </button>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
      <div className={classes.cardActions}>
        <Button variant="default" size="compact-md" onClick={() => openDebrief({ personIds: [person.id] })}>
          Write it down
        </Button>
        <Button variant="default" size="compact-md" onClick={() => openPromiseForm({ personId: person.id })}>
          New promise
        </Button>
        <Button variant="subtle" size="compact-md" onClick={onOpen}>
          Open the page
        </Button>
      </div>
    </section>
  );
}

function whoWords({ person, ring, partner, stage }: ReviewPerson): string {
  return [
    person.organisation,
    ring === null ? undefined : ringLabels[ring],
    partner ? 'partner' : undefined,
    `stands at ${evidenceStageLabels[stage]}`,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** "46 days, usually every 24 days: slipping. Before that: 12 given, 9 received." */
function rhythmWords({ rhythm, given, received }: ReviewPerson): string {
  const { gapDays, expectedDays, state, source } = rhythm;
  if (gapDays === null) return 'No two-way contact yet.';
  const habit = `${source.kind === 'median' ? 'usually' : 'expected'} ${everyDays(expectedDays)}`;
  const since =
    gapDays === 0 ? 'In touch today' : `${capitalised(spanWords(gapDays))} since the last contact`;
  const isLate = state === 'slipping' || state === 'drifting' || state === 'dormant';
  const brought =
    isLate && given + received > 0 ? ` It used to bring: ${given} given, ${received} received.` : '';
  return `${since}, ${habit}.${brought}`;
}
