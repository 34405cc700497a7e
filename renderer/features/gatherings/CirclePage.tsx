import { Button } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import type { CallOutput } from '../../../shared/contract/contract';
import { useRead, useWrite } from '../../api';
import { formatCount } from '../../../shared/words/dates';
import { ErrorNote } from '../../ui/ErrorNote';
import { PageHeader } from '../../ui/PageHeader';
import { toastDone, toastError } from '../../ui/toasts';
import { useNow, useToday } from '../../ui/useToday';
import { circleFacts, isAhead, metWords, whenWords } from './gathering-words';
import { openCircleForm, openGatheringForm } from './overlays';
import { RecordMenu } from './RecordMenu';
import classes from './RecordPage.module.css';
import { Card, Notes, PersonLine, UnreadPage } from './RecordParts';

type CircleData = CallOutput<'circles.get'>;

/** The latest gatherings of a circle; a circle that met more often shows these. */
const GATHERINGS_SHOWN = 50;

/** One circle: who belongs to it and when it met. */
export function CirclePage({ id }: { id: string }) {
  const read = useRead('circles.get', { id });
  const data = read.data?.circle.id === id ? read.data : undefined;
  if (read.error) {
    return <UnreadPage what="Circle" error={read.error} onRetry={() => void read.refetch()} />;
  }
  if (!data) return null;
  return (
    <>
      <Head data={data} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Gatherings circleId={id} />
          <Notes text={data.circle.notes} />
        </div>
        <Members data={data} />
      </div>
    </>
  );
}

function Head({ data: { circle, people } }: { data: CircleData }) {
  const [, navigate] = useLocation();
  const { mutate: remove } = useWrite('circles.delete');
  const { id } = circle;
  const facts = [...circleFacts(circle), formatCount(people, 'person', 'people')];
  const onDelete = () =>
    remove(
      { id },
      {
        onSuccess: () => {
          navigate('/gatherings');
          toastDone(`${circle.name} deleted; its people and gatherings stay`);
        },
        onError: toastError,
      },
    );
  return (
    <PageHeader
      title={circle.name}
      description={`Circle · ${facts.join(' · ')}`}
      actions={
        <>
          <Button onClick={() => openGatheringForm({ circleId: id })}>New gathering</Button>
          <Button variant="default" onClick={() => openCircleForm({ editId: id })}>
            Edit
          </Button>
          <RecordMenu
            label={`More for ${circle.name}`}
            deleteLabel="Delete this circle"
            onDelete={onDelete}
          />
        </>
      }
    />
  );
}

function Gatherings({ circleId }: { circleId: string }) {
  const today = useToday();
  const now = useNow();
  const read = useRead('gatherings.list', { circleId, offset: 0, limit: GATHERINGS_SHOWN });
  const rows = read.data?.rows ?? [];
  return (
    <Card title={`Gatherings${read.data ? `: ${read.data.total}` : ''}`}>
      <ErrorNote
        error={read.error}
        title="Its gatherings could not be read"
        onRetry={() => void read.refetch()}
      />
      {read.data && rows.length === 0 ? <p className={classes.quiet}>It has not met yet.</p> : null}
      <ul className={classes.people}>
        {rows.map(({ gathering, met }) => (
          <li key={gathering.id}>
            <span className={classes.who}>
              <Link href={`/gatherings/${gathering.id}`} className={classes.link}>
                <bdi>{gathering.name}</bdi>
              </Link>
              <span className={classes.aside}>{whenWords(gathering, today)}</span>
            </span>
            <span className={classes.aside}>{metWords(met, isAhead(gathering, now))}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Members({ data: { members } }: { data: CircleData }) {
  return (
    <Card title={`Members${members.length > 0 ? `: ${members.length}` : ''}`}>
      {members.length === 0 ? (
        <p className={classes.quiet}>Nobody yet. A person’s form says which circles they belong to.</p>
      ) : null}
      <ul className={classes.people}>
        {members.map((person) => (
          <PersonLine key={person.id} person={person} />
        ))}
      </ul>
    </Card>
  );
}
