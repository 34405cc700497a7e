import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { CallOutput } from '../../../shared/contract/contract';
import { initialsOf } from '../../ui/initials';
import { openDebrief } from '../debrief';
import classes from './RecordPage.module.css';

interface PeopleMetProps {
  people: CallOutput<'gatherings.get'>['people'];
  gatheringId: string;
  /** It is still to come: the entries are plans. */
  ahead: boolean;
}

/** Who was met at a gathering, each with the entry that was written down about it. */
export function PeopleMet({ people, gatheringId, ahead }: PeopleMetProps) {
  return (
    <section className={classes.card} aria-labelledby="people-met">
      <h2 id="people-met" className={classes.title}>
        {ahead ? 'Who you expect to meet' : 'Who you met'}
        {people.length > 0 ? `: ${people.length}` : ''}
      </h2>
      {people.length === 0 ? (
        <p className={classes.quiet}>
          {ahead
            ? 'Nobody yet. Plan a meeting there, and it is listed here.'
            : 'Nobody yet. Write down whom you met here; several short talks go quickest as one-to-one rounds.'}
        </p>
      ) : null}
      <ul className={classes.people}>
        {people.map(({ id, name, organisation, interactionId, firstMet }) => (
          <li key={id}>
            <span className={classes.initials} aria-hidden="true">
              {initialsOf(name)}
            </span>
            <span className={classes.who}>
              <Link href={`/people/${id}`} className={classes.link}>
                <bdi>{name}</bdi>
              </Link>
              {organisation ? <bdi className={classes.aside}>{organisation}</bdi> : null}
            </span>
            {firstMet ? <span className={classes.chip}>first met here</span> : null}
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={
                interactionId ? `Open the entry about ${name}` : `Write down the meeting with ${name}`
              }
              onClick={() =>
                openDebrief(interactionId ? { editId: interactionId } : { personIds: [id], gatheringId })
              }
            >
              {interactionId ? 'Open the entry' : 'Write it down'}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
