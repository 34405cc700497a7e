import { Button } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { SeasonView } from '../../../shared/contract/seasons';
import type { AtRisk, KeyReason } from '../../../shared/insight/season';
import { useRead, useWrite } from '../../api';
import { runCommand } from '../../ui/commands';
import { formatDay } from '../../../shared/words/dates';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { Markdown } from '../../ui/Markdown';
import { PageHeader } from '../../ui/PageHeader';
import { toastDone, toastError } from '../../ui/toasts';
import { count, spanWords } from '../../../shared/words/spans';
import { openSeasonForm } from './overlays';
import classes from './Seasons.module.css';

/** Changes of direction, and the key people whom each may cost: who was told, and who went silent since. */
export function SeasonsPage() {
  const { data, error, refetch } = useRead('seasons.list', {});
  return (
    <>
      <PageHeader
        title="Changes of direction"
        description="Whom a change may cost, whom you told, and who went silent since"
        actions={<Button onClick={() => runCommand('newSeason')}>New change of direction</Button>}
      />
      <ErrorNote error={error} title="They could not be read" onRetry={() => void refetch()} />
      {data?.seasons.length === 0 ? (
        <EmptyState
          title="No change of direction yet"
          icon={<IconCompass size={24} />}
          action={<Button onClick={() => runCommand('newSeason')}>New change of direction</Button>}
        >
          When you turn to other work, key people can drop out of sight without anyone noticing. Note the day,
          and this page lists who they are.
        </EmptyState>
      ) : null}
      <div className={classes.seasons}>
        {data?.seasons.map((view) => (
          <SeasonCard key={view.season.id} view={view} today={data.today} />
        ))}
      </div>
    </>
  );
}

function SeasonCard({ view: { season, people }, today }: { view: SeasonView; today: string }) {
  const remove = useWrite('seasons.delete');
  const told = people.filter(({ risk }) => risk.toldOn !== null).length;
  const silent = people.filter(({ risk }) => risk.silent !== null).length;
  const until = season.to === undefined ? '' : ` until ${formatDay(season.to, today)}`;
  return (
    <section className={classes.season} aria-label={season.name}>
      <header className={classes.head}>
        <div>
          <h2 className={classes.name}>{season.name}</h2>
          <p className={classes.dim}>
            since {formatDay(season.from, today)}
            {until}
          </p>
        </div>
        <div className={classes.actions}>
          <Button variant="default" size="compact-md" onClick={() => openSeasonForm({ edit: season })}>
            Edit
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            onClick={() =>
              remove.mutate(
                { id: season.id },
                { onSuccess: () => toastDone(`${season.name} deleted`), onError: toastError },
              )
            }
          >
            Delete
          </Button>
        </div>
      </header>
      {season.change ? <Markdown text={season.change} /> : null}
      <p className={classes.finding}>
        {people.length === 0
          ? 'No key person was in touch in the year before it.'
          : `${count(people.length, 'key person', 'key people')} at that time: ${told} told, ${silent} silent since.`}
      </p>
      <ul className={classes.people}>
        {people.map(({ person, risk }) => (
          <PersonLine key={person.id} seasonId={season.id} name={person.name} risk={risk} today={today} />
        ))}
      </ul>
    </section>
  );
}

const WHY: Record<KeyReason, string> = {
  inner: 'inner five',
  close: 'close fifteen',
  partner: 'partner',
  trust: 'stood at Trust',
  wentSilent: 'in touch until then',
};

interface PersonLineProps {
  seasonId: string;
  name: string;
  risk: AtRisk;
  today: string;
}

function PersonLine({ seasonId, name, risk, today }: PersonLineProps) {
  const { personId, why, lastBefore, toldOn, silent } = risk;
  const tell = useWrite('seasons.told');
  return (
    <li className={classes.person}>
      <div>
        <Link href={`/people/${personId}`} className={classes.link}>
          <bdi>{name}</bdi>
        </Link>{' '}
        <span className={classes.dim}>
          {WHY[why]}, last before it {formatDay(lastBefore.on, today)}
        </span>
        {silent ? (
          <p className={classes.silent}>
            Silent since {formatDay(silent.since, today)}: {spanWords(silent.days)}, expected every{' '}
            {Math.round(silent.expectedDays)} days
          </p>
        ) : null}
      </div>
      <Button
        variant={toldOn === null ? 'default' : 'subtle'}
        size="compact-md"
        aria-label={toldOn === null ? `Told: ${name}` : `Not told after all: ${name}`}
        onClick={() =>
          tell.mutate(
            { id: seasonId, personId, told: toldOn === null },
            {
              onSuccess: () => toastDone(toldOn === null ? `${name}: told today` : `${name}: not told`),
              onError: toastError,
            },
          )
        }
      >
        {toldOn === null ? 'Told' : `Told ${formatDay(toldOn, today)}`}
      </Button>
    </li>
  );
}
