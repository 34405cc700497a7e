import { Button } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import type { CallOutput } from '../../../shared/contract/contract';
import { useRead, useWrite } from '../../api';
import { formatMinutes } from '../../../shared/words/dates';
import { PageHeader } from '../../ui/PageHeader';
import { toastDone, toastError } from '../../ui/toasts';
import { useNow, useToday } from '../../ui/useToday';
import { gatheringFormatLabels } from '../../../shared/words/labels';
import { openDebrief, openRounds } from '../debrief';
import { costWords } from '../../../shared/words/money';
import { isAhead, whenWords } from './gathering-words';
import { openGatheringForm } from './overlays';
import { PeopleMet } from './PeopleMet';
import { RecordMenu } from './RecordMenu';
import classes from './RecordPage.module.css';
import { Brief, WhatCame } from './WhatCame';
import { Card, Notes, UnreadPage } from './RecordParts';

type GatheringData = CallOutput<'gatherings.get'>;

/** One gathering: why, what came of it, who was met. */
export function GatheringPage({ id }: { id: string }) {
  const now = useNow();
  const read = useRead('gatherings.get', { id });
  const data = read.data?.gathering.id === id ? read.data : undefined;
  if (read.error) {
    return <UnreadPage what="Gathering" error={read.error} onRetry={() => void read.refetch()} />;
  }
  if (!data) return null;
  return (
    <>
      <Head data={data} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Purpose data={data} />
          {isAhead(data.gathering, now) ? <Brief gatheringId={id} /> : <WhatCame gatheringId={id} />}
          <PeopleMet people={data.people} gatheringId={id} ahead={isAhead(data.gathering, now)} />
          <Notes text={data.gathering.notes} />
        </div>
        <Facts data={data} />
      </div>
    </>
  );
}

function Head({ data: { gathering, circle } }: { data: GatheringData }) {
  const [, navigate] = useLocation();
  const today = useToday();
  const { mutate: remove } = useWrite('gatherings.delete');
  const { id } = gathering;
  const onDelete = () =>
    remove(
      { id },
      {
        onSuccess: () => {
          navigate('/gatherings');
          toastDone(`${gathering.name} deleted; the entries made there stay`);
        },
        onError: toastError,
      },
    );
  return (
    <PageHeader
      title={gathering.name}
      description={
        <>
          {whenWords(gathering, today)}
          {gathering.place ? (
            <>
              {' · '}
              <bdi>{gathering.place}</bdi>
            </>
          ) : null}
          {circle ? (
            <>
              {' · '}
              <Link href={`/circles/${circle.id}`} className={classes.link}>
                <bdi>{circle.name}</bdi>
              </Link>
            </>
          ) : null}
        </>
      }
      actions={
        <>
          <Button onClick={() => openDebrief({ gatheringId: id })}>Write it down</Button>
          <Button variant="default" onClick={() => openRounds({ gatheringId: id })}>
            One-to-one rounds
          </Button>
          <Button variant="default" onClick={() => openGatheringForm({ editId: id })}>
            Edit
          </Button>
          <RecordMenu
            label={`More for ${gathering.name}`}
            deleteLabel="Delete this gathering"
            onDelete={onDelete}
          />
        </>
      }
    />
  );
}

function Purpose({ data: { gathering } }: { data: GatheringData }) {
  const { id, intention, outcome } = gathering;
  return (
    <Card title="Intention and outcome">
      {intention ? <OwnWords label="Intention" text={intention} /> : null}
      {outcome ? <OwnWords label="Outcome" text={outcome} /> : null}
      {intention || outcome ? null : (
        <p className={classes.quiet}>
          Nothing noted. An intention set before you go makes the outcome worth comparing.
        </p>
      )}
      {intention && outcome ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          mt={10}
          ml={-8}
          onClick={() => openGatheringForm({ editId: id })}
        >
          {intention ? 'Note the outcome' : 'Note the intention'}
        </Button>
      )}
    </Card>
  );
}

function OwnWords({ label, text }: { label: string; text: string }) {
  return (
    <>
      <p className={classes.label}>{label}</p>
      <p className={classes.own} dir="auto">
        {text}
      </p>
    </>
  );
}

function Facts({ data: { gathering } }: { data: GatheringData }) {
  const facts: [string, string | undefined][] = [
    ['Format', gathering.format && gatheringFormatLabels[gathering.format]],
    [
      'Per round',
      gathering.minutesPerRound === undefined ? undefined : formatMinutes(gathering.minutesPerRound),
    ],
    ['Your time', gathering.minutes === undefined ? undefined : formatMinutes(gathering.minutes)],
    ['Cost', gathering.cost && costWords(gathering.cost)],
  ];
  const known = facts.filter(([, value]) => value !== undefined);
  return (
    <Card title="Facts">
      {known.length === 0 ? (
        <p className={classes.quiet}>Format, time and cost are not noted.</p>
      ) : (
        <dl className={classes.facts}>
          {known.map(([name, value]) => (
            <FactLine key={name} name={name} value={value ?? ''} />
          ))}
        </dl>
      )}
    </Card>
  );
}

function FactLine({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
