import { Button } from '@mantine/core';
import { IconChartHistogram } from '@tabler/icons-react';
import type { InsightsPage as Page } from '../../../shared/contract/insights';
import { useRead } from '../../api';
import { NetworkStages } from '../../charts';
import { runCommand } from '../../ui/commands';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { Kbd } from '../../ui/Kbd';
import { PageHeader } from '../../ui/PageHeader';
import { CostSection } from './CostSection';
import { BreakdownSection, SpotsSection } from './EndingSections';
import { FigureDrawer } from './FigureDrawer';
import * as findings from './findings';
import {
  AsksSection,
  ConductSection,
  GroundSection,
  PlannedSection,
  PromisesSection,
} from './MannerSections';
import classes from './Insights.module.css';
import {
  BalanceSection,
  ConnectSection,
  DoorsSection,
  PurposesSection,
  TimeSection,
} from './NetworkSections';
import { Section } from './Section';
import { useOpenFigure } from './useOpenFigure';

/** What all of the journal shows, each finding with its figures and the entries behind them. */
export function InsightsPage() {
  const { data, error, refetch } = useRead('insights.page', {});
  return (
    <>
      <PageHeader
        title="Insights"
        description="What your own entries say, over everybody"
        actions={
          <Button variant="default" onClick={() => runCommand('goSeasons')}>
            Changes of direction
          </Button>
        }
      />
      <ErrorNote error={error} title="The insights could not be read" onRetry={() => void refetch()} />
      {data && data.overview.people === 0 ? <NothingYet /> : null}
      {data && data.overview.people > 0 ? <Sections data={data} /> : null}
    </>
  );
}

function Sections({ data }: { data: Page }) {
  const { overview, today, time, cost } = data;
  const { open, opened, close } = useOpenFigure();
  const props = { overview, open };
  return (
    <div className={classes.sections}>
      <Section name="Stages" finding={findings.stagesFinding(overview)}>
        <NetworkStages
          months={overview.stages}
          now={overview.now}
          onOpen={(title, stage) => open(title, { kind: 'stage', stage })()}
        />
      </Section>
      <div className={classes.columns}>
        <BalanceSection {...props} />
        <ConnectSection {...props} />
        <SpotsSection {...props} />
        <BreakdownSection {...props} />
        <ConductSection {...props} />
        <PlannedSection {...props} />
        <GroundSection {...props} />
        <PromisesSection {...props} />
        <AsksSection {...props} />
        <DoorsSection {...props} />
        <PurposesSection {...props} />
        <TimeSection weeks={time} open={open} />
        <CostSection cost={cost} open={open} />
      </div>
      <FigureDrawer opened={opened} today={today} onClose={close} />
    </div>
  );
}

function NothingYet() {
  return (
    <EmptyState
      title="Nothing to compare yet"
      icon={<IconChartHistogram size={24} />}
      action={
        <Button rightSection={<Kbd keys="Mod+N" />} onClick={() => runCommand('debrief')}>
          Write it down
        </Button>
      }
    >
      With each entry this page learns: how your relationships stand, what makes meetings easy, who opens
      doors, and why some connections break down. Where there is too little, it says so.
    </EmptyState>
  );
}
