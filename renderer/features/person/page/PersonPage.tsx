import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import type { PersonPage as PageData } from '../../../../shared/contract/people';
import type { EvidenceRef } from '../../../../shared/insight/types';
import { callErrorOf, useRead } from '../../../api';
import { RelationshipCharts } from '../../../charts';
import { useCommand } from '../../../ui/commands';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorNote } from '../../../ui/ErrorNote';
import { Kbd } from '../../../ui/Kbd';
import { useToday } from '../../../ui/useToday';
import { openDebrief } from '../../debrief';
import { Side } from '../side/Side';
import { Timeline } from '../timeline/Timeline';
import type { Target } from '../timeline/useFindItem';
import type { Explanation } from '../../../ui/why/explanation';
import { WhyDrawer } from '../../../ui/why/WhyDrawer';
import { explain, explainRefs, type FigureName } from '../why/explain';
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
  return <PersonBody data={page.data} />;
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

function PersonBody({ data }: { data: PageData }) {
  const { person } = data;
  const today = useToday();
  const [target, setTarget] = useState<Target | null>(null);
  const [why, setWhy] = useState<Explanation | null>(null);
  const write = useCallback(() => openDebrief({ personIds: [person.id] }), [person.id]);
  useCommand('debrief', write);

  const find = (ref: EvidenceRef) => setTarget({ ref });
  const openEntry = (entryId: string) => find({ kind: 'interaction', id: entryId });
  const ask = (figure: FigureName) => setWhy(explain(figure, data, today));
  return (
    <div className={classes.page}>
      <PersonHeader data={data} today={today} onWhy={ask} onWrite={write} />
      <div className={classes.columns}>
        <section className={`${classes.card} ${classes.charts}`} aria-label="Over time">
          {data.entries === 0 ? (
            <NothingYet name={person.name} onWrite={write} />
          ) : (
            <Charts
              data={data}
              onOpenEntry={openEntry}
              onExplain={(refs, title) => setWhy(explainRefs(refs, title))}
              onWhy={ask}
            />
          )}
        </section>
        <Side data={data} today={today} onFind={find} onWhy={ask} />
        <Timeline person={person} today={today} target={target} onEnd={() => setTarget(null)} />
      </div>
      <WhyDrawer
        explanation={why}
        personId={person.id}
        today={today}
        onClose={() => setWhy(null)}
        onOpen={(ref) => {
          setWhy(null);
          find(ref);
        }}
      />
    </div>
  );
}

interface ChartsProps {
  data: PageData;
  onOpenEntry: (id: string) => void;
  onExplain: (refs: EvidenceRef[], title: string) => void;
  onWhy: (figure: FigureName) => void;
}

function Charts({ data, onOpenEntry, onExplain, onWhy }: ChartsProps) {
  const charts = useRead('people.charts', { id: data.person.id });
  if (charts.error) {
    return (
      <ErrorNote
        error={charts.error}
        title="The charts could not be read"
        onRetry={() => void charts.refetch()}
      />
    );
  }
  // The room is kept, so that nothing jumps when they come.
  if (!charts.data) return <div className={classes.chartsRoom} />;
  return (
    <RelationshipCharts
      charts={charts.data}
      stage={data.stage}
      balance={data.balance}
      onOpenEntry={onOpenEntry}
      onExplain={onExplain}
      onWhy={onWhy}
    />
  );
}

function NothingYet({ name, onWrite }: { name: string; onWrite: () => void }) {
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
