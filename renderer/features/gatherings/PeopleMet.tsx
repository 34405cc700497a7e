import { Button } from '@mantine/core';
import type { CallOutput } from '../../../shared/contract/contract';
import { openDebrief } from '../debrief';
import classes from './RecordPage.module.css';
import { Card, PersonLine } from './RecordParts';

interface PeopleMetProps {
  people: CallOutput<'gatherings.get'>['people'];
  gatheringId: string;
  /** It is still to come: the entries are plans. */
  ahead: boolean;
}

/** Who was met at a gathering, each with the entry that was written down about it. */
export function PeopleMet({ people, gatheringId, ahead }: PeopleMetProps) {
  return (
    <Card
      title={`${ahead ? 'Who you expect to meet' : 'Who you met'}${people.length > 0 ? `: ${people.length}` : ''}`}
    >
      {people.length === 0 ? (
        <p className={classes.quiet}>
          {ahead
            ? 'Nobody yet. Plan a meeting there, and it is listed here.'
            : 'Nobody yet. Write down whom you met here; several short talks go quickest as one-to-one rounds.'}
        </p>
      ) : null}
      <ul className={classes.people}>
        {people.map(({ interactionId, firstMet, ...person }) => (
          <PersonLine key={person.id} person={person}>
            {firstMet ? <span className={classes.chip}>first met here</span> : null}
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={
                interactionId
                  ? `Open the entry about ${person.name}`
                  : `Write down the meeting with ${person.name}`
              }
              onClick={() =>
                openDebrief(
                  interactionId ? { editId: interactionId } : { personIds: [person.id], gatheringId },
                )
              }
            >
              {interactionId ? 'Open the entry' : 'Write it down'}
            </Button>
          </PersonLine>
        ))}
      </ul>
    </Card>
  );
}
