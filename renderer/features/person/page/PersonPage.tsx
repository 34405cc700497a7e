import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { PersonPage as PageData } from '../../../../shared/contract/people';
import type { EvidenceRef } from '../../../../shared/insight/types';
import { callErrorOf, useRead } from '../../../api';
import { RelationshipCharts } from '../../../charts';
import { runCommand, useCommand } from '../../../ui/commands';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorNote } from '../../../ui/ErrorNote';
import { Kbd } from '../../../ui/Kbd';
import { toastInfo } from '../../../ui/toasts';
import { useToday } from '../../../ui/useToday';
import { PastFrame } from '../past/PastFrame';
import { asShown } from '../past/past-day';
import { type Past, usePast } from '../past/usePast';
import { Side } from '../side/Side';
import { Timeline } from '../timeline/Timeline';
import type { Target } from '../timeline/useFindItem';
import type { Explanation } from '../../../ui/why/explanation';
import { WhyDrawer } from '../../../ui/why/WhyDrawer';
import { explain, explainRefs, type FigureName } from '../why/explain';
import { usePersonCommands } from '../usePersonCommands';
import { PersonHeader } from './PersonHeader';
import classes from './PersonPage.module.css';

/** One person: how it stands and since when, the whole history, what is owed, and what would move it forward. */
export function PersonPage({ id }: { id: string }) {
  const page = useRead('people.page', { id });
  if (page.error && callErrorOf(page.error).code === 'notFound') return <Gone />;
  if (page.error) {
    return (
      <ErrorNote
        error={page.error}
        title="This person could not be read"
        onRetry={() => void page.refetch()}
      />
    );
  }
  // While another person is read the former one must not stand under the new name.
  if (!page.data || page.data.person.id !== id) return null;
  return <PersonBody key={id} now={page.data} />;
}

function Gone() {
  return (
    <EmptyState
      title="This person is not in the journal any more"
      action={<Link href="/people">All people</Link>}
    >
      If you deleted them just now, undo (<Kbd keys="Mod+Z" />) brings them back with everything.
    </EmptyState>
  );
}

function PersonBody({ now }: { now: PageData }) {
  const { id, name } = now.person;
  const past = usePast(now);
  const { data, backToToday } = past;
  const today = useToday();
  const day = past.day ?? today;
  const [target, setTarget] = useState<Target | null>(null);
  const [why, setWhy] = useState<Explanation | null>(null);
  usePersonCommands(now.person, today, backToToday);

  const write = () => runCommand('debrief');
  const find = (ref: EvidenceRef) => setTarget({ ref });
  const findToday = (ref: EvidenceRef) => {
    backToToday();
    find(ref);
  };
  const ask = (figure: FigureName) => setWhy(explain(figure, data, day));
  return (
    <PastFrame past={past} stage={data.stage.evidence} className={classes.page}>
      <PersonHeader data={data} today={day} onWhy={ask} onWrite={write} />
      <div className={classes.columns}>
        <section className={`${classes.card} ${classes.charts}`} aria-label="Over time">
          {now.entries === 0 ? (
            <NothingYet name={name} onWrite={write} />
          ) : (
            <Charts
              past={past}
              onOpenEntry={(entryId) => find({ kind: 'interaction', id: entryId })}
              onExplain={(refs, title) => setWhy(explainRefs(refs, title))}
              onWhy={ask}
            />
          )}
        </section>
        <Side data={data} today={day} onFind={find} onWhy={ask} />
        <Timeline
          person={now.person}
          today={day}
          target={target}
          onEnd={() => setTarget(null)}
          onShowToday={findToday}
        />
      </div>
      <WhyDrawer
        explanation={why}
        personId={id}
        today={day}
        onClose={() => setWhy(null)}
        onOpen={(ref) => {
          setWhy(null);
          find(ref);
        }}
      />
    </PastFrame>
  );
}

interface ChartsProps {
  past: Past;
  onOpenEntry: (id: string) => void;
  onExplain: (refs: EvidenceRef[], title: string) => void;
  onWhy: (figure: FigureName) => void;
}

function Charts({ past: { day, data, lookBack }, ...actions }: ChartsProps) {
  const { id } = data.person;
  const charts = useRead('people.charts', { id });
  const shown = useRead('people.charts', asShown(id, day));
  // Pressed while they are being read or measured, the key is remembered, and does not lead away from the page.
  const [lookBackWanted, setLookBackWanted] = useState(false);
  useCommand('lookBack', () => setLookBackWanted(true));
  const error = charts.error ?? shown.error;
  if (error) {
    const retry = () => void Promise.all([charts.refetch(), shown.refetch()]);
    return <ErrorNote error={error} title="The charts could not be read" onRetry={retry} />;
  }
  // Their room is kept, so that nothing jumps when they come.
  if (!charts.data || !shown.data) return <div className={classes.chartsRoom} />;
  return (
    <RelationshipCharts
      charts={charts.data}
      shown={shown.data}
      stage={data.stage}
      balance={data.balance}
      norms={data.usual.norms}
      pastDay={day}
      onLookBack={lookBack}
      lookBackWanted={lookBackWanted}
      onLookBackShown={() => setLookBackWanted(false)}
      {...actions}
    />
  );
}

function NothingYet({ name, onWrite }: { name: string; onWrite: () => void }) {
  useCommand('lookBack', () => toastInfo('There is nothing to look back at yet.'));
  return (
    <EmptyState
      title="Nothing to draw yet"
      action={
        <Button onClick={onWrite} rightSection={<Kbd keys="Mod+N" />}>
          Write it down
        </Button>
      }
    >
      After the first talk with <bdi>{name}</bdi>, write down what happened. From then on this shows how it
      grows: the stage, what goes back and forth, and who talks.
    </EmptyState>
  );
}
