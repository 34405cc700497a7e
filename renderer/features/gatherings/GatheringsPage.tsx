import { Button, Tabs } from '@mantine/core';
import { z } from 'zod';
import { useJournalState } from '../../api';
import { runCommand } from '../../ui/commands';
import { formatCount } from '../../../shared/words/dates';
import { PageHeader } from '../../ui/PageHeader';
import { useViewState } from '../../ui/view-state';
import { CircleList } from './CircleList';
import { GatheringList } from './GatheringList';
import { Compared } from './Compared';
import classes from './GatheringsPage.module.css';

const GatheringsView = z.object({
  tab: z.enum(['gatherings', 'circles', 'compared']),
  text: z.string().max(500),
});
const initial: z.infer<typeof GatheringsView> = { tab: 'gatherings', text: '' };

/** Where people meet: gatherings, and the circles that they belong to. */
export function GatheringsPage() {
  const [view, set] = useViewState('gatherings', GatheringsView, initial);
  const circles = view.tab === 'circles';
  return (
    <>
      <PageHeader
        title="Gatherings"
        description={useCounts()}
        actions={
          <Button onClick={() => runCommand(circles ? 'newCircle' : 'newGathering')}>
            {circles ? 'New circle' : 'New gathering'}
          </Button>
        }
      />
      <Tabs
        value={view.tab}
        keepMounted={false}
        onChange={(tab) => set({ ...view, tab: GatheringsView.shape.tab.catch('gatherings').parse(tab) })}
      >
        <Tabs.List className={classes.tabs ?? ''}>
          <Tabs.Tab value="gatherings">Gatherings</Tabs.Tab>
          <Tabs.Tab value="circles">Circles</Tabs.Tab>
          <Tabs.Tab value="compared">Compared</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="gatherings">
          <GatheringList text={view.text} onText={(text) => set({ ...view, text })} />
        </Tabs.Panel>
        <Tabs.Panel value="circles">
          <CircleList />
        </Tabs.Panel>
        <Tabs.Panel value="compared">
          <Compared />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function useCounts(): string {
  const state = useJournalState();
  if (state?.kind !== 'open') return '';
  const { gatherings, circles } = state.counts;
  if (gatherings === 0 && circles === 0) return 'Where you meet people';
  return `${formatCount(gatherings, 'gathering', 'gatherings')}, ${formatCount(circles, 'circle', 'circles')}`;
}
