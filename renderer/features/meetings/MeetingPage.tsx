import { Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { MeetingBrief } from '../../../shared/contract/meetings';
import { useRead } from '../../api';
import { runCommand } from '../../ui/commands';
import { copyText } from '../../ui/copy-text';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { Kbd } from '../../ui/Kbd';
import { PageHeader } from '../../ui/PageHeader';
import { usePageKeys } from '../../ui/usePageKeys';
import { briefText, meetingTitle, meetingWhere, reminderWords } from '../../../shared/words/brief';
import classes from './Meeting.module.css';
import { MeetingPersonCard } from './MeetingPersonCard';
import { Settle } from './Settle';

/** `/meetings/next` is the next one planned. */
const NEXT = 'next';

/** One page to read before a meeting; after it, one key says what became of it. */
export function MeetingPage({ id }: { id: string }) {
  const { data, error, refetch } = useRead('meetings.brief', { id: id === NEXT ? null : id });
  if (error) {
    return (
      <>
        <PageHeader title="Brief" />
        <ErrorNote error={error} title="The brief could not be read" onRetry={() => void refetch()} />
      </>
    );
  }
  if (!data) return null;
  return data.brief ? <Brief brief={data.brief} today={data.today} /> : <NothingPlanned />;
}

function Brief({ brief, today }: { brief: MeetingBrief; today: string }) {
  const { interaction } = brief.entry;
  const copy = () => copyText(briefText(brief, today), 'The brief is copied, as text.');
  usePageKeys({ y: copy });
  return (
    <>
      <PageHeader
        title={meetingTitle(brief)}
        description={meetingWhere(brief)}
        actions={
          <Button variant="default" onClick={copy} rightSection={<Kbd keys="Y" />}>
            Copy as text
          </Button>
        }
      />
      <div className={classes.brief}>
        <Settle entry={interaction} />
        {interaction.nextStep ? (
          <p className={classes.purpose}>
            <span className={classes.label}>For it</span>{' '}
            <bdi className={classes.own}>{interaction.nextStep}</bdi>
          </p>
        ) : null}
        {interaction.remindersSent ? (
          <p className={classes.reminders}>
            {reminderWords(interaction.remindersSent)}. One is a kindness; more of them wear on people.
          </p>
        ) : null}
        <Apart people={brief.apart} />
        {brief.people.map((person) => (
          <MeetingPersonCard key={person.id} person={person} today={today} />
        ))}
      </div>
    </>
  );
}

function Apart({ people }: { people: MeetingBrief['apart'] }) {
  if (people.length === 0) return null;
  return (
    <p className={classes.apart}>
      Keep a polite distance from{' '}
      {people.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 ? ', ' : ''}
          <Link href={`/people/${id}`} className={classes.apartLink}>
            <bdi>{name}</bdi>
          </Link>
        </span>
      ))}
      .
    </p>
  );
}

function NothingPlanned() {
  return (
    <>
      <PageHeader title="Brief" />
      <EmptyState
        title="No meeting is planned"
        icon={<IconCalendarPlus size={24} />}
        action={
          <Button rightSection={<Kbd keys="Mod+N" />} onClick={() => runCommand('debrief')}>
            Write it down
          </Button>
        }
      >
        An entry whose time lies ahead, “Friday 10am”, is kept as planned. Before it, this page says who they
        are, what was last said, what is owed and what is worth asking.
      </EmptyState>
    </>
  );
}
