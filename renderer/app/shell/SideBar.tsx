import { Button, UnstyledButton, VisuallyHidden } from '@mantine/core';
import {
  IconCalendarEvent,
  IconChartHistogram,
  IconChecklist,
  IconNotebook,
  IconPencil,
  IconSearch,
  IconSettings,
  IconSun,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { type CommandId, commandById } from '../../../shared/commands';
import type { JournalState } from '../../../shared/contract/journal';
import { useRead } from '../../api';
import { runCommand } from '../../ui/commands';
import { Kbd } from '../../ui/Kbd';
import classes from './SideBar.module.css';
import { StatusCorner } from './StatusCorner';

interface Place {
  route: string;
  command: CommandId;
  icon: ComponentType<{ size: number; stroke: number; 'aria-hidden': true }>;
  /** Other pages that belong to this place. */
  also?: readonly string[];
}

const PLACES: readonly Place[] = [
  { route: '/today', command: 'goToday', icon: IconSun, also: ['/review'] },
  { route: '/journal', command: 'goJournal', icon: IconNotebook, also: ['/search'] },
  { route: '/people', command: 'goPeople', icon: IconUsers },
  { route: '/gatherings', command: 'goGatherings', icon: IconCalendarEvent, also: ['/circles'] },
  { route: '/promises', command: 'goPromises', icon: IconChecklist },
  {
    route: '/insights',
    command: 'goInsights',
    icon: IconChartHistogram,
    also: ['/network', '/seasons', '/questions'],
  },
];

const SETTINGS: Place = { route: '/settings', command: 'goSettings', icon: IconSettings };

interface SideBarProps {
  state: Extract<JournalState, { kind: 'open' }>;
  /** The way past all this, first in the tab order. */
  skipLink: ReactNode;
}

/** Where one can go and the two things one does most; at its foot the truth about saving. */
export function SideBar({ state, skipLink }: SideBarProps) {
  return (
    <aside className={classes.side} aria-label="Menu">
      {skipLink}
      <div className={classes.top}>
        <p className={classes.brand}>Rapport</p>
        <Button
          classNames={{
            root: classes.write ?? '',
            inner: classes.writeInner ?? '',
            label: classes.writeLabel ?? '',
          }}
          leftSection={<IconPencil size={17} stroke={1.8} aria-hidden />}
          rightSection={<CommandKeys id="debrief" />}
          fullWidth
          onClick={() => runCommand('debrief')}
        >
          Write it down
        </Button>
        <UnstyledButton className={classes.search} onClick={() => runCommand('palette')}>
          <IconSearch size={17} stroke={1.8} aria-hidden />
          <span className={classes.searchWords}>Search or do…</span>
          <CommandKeys id="palette" />
        </UnstyledButton>
      </div>
      <nav className={classes.places} aria-label="Places">
        {PLACES.map((place) => (
          <PlaceLink key={place.route} place={place}>
            {place.route === '/promises' ? <PromiseCount /> : null}
          </PlaceLink>
        ))}
        <div className={classes.gap} />
        <PlaceLink place={SETTINGS} />
      </nav>
      <StatusCorner state={state} />
    </aside>
  );
}

function PlaceLink({ place, children }: { place: Place; children?: ReactNode }) {
  const [current] = useLocation();
  const isHere = [place.route, ...(place.also ?? [])].some(
    (route) => current === route || current.startsWith(`${route}/`),
  );
  const { title, keys } = commandById(place.command);
  const Icon = place.icon;
  return (
    <Link
      href={place.route}
      className={classes.place}
      aria-current={isHere ? 'page' : undefined}
      aria-keyshortcuts={keys?.replace('Mod', 'Control')}
    >
      <Icon size={19} stroke={1.7} aria-hidden />
      <span className={classes.placeName}>{title}</span>
      {children}
    </Link>
  );
}

/** How many promises are overdue, or else how many are open. */
function PromiseCount() {
  const counts = useRead('promises.list', { view: 'overdue', offset: 0, limit: 1 }).data?.counts;
  if (!counts || counts.open === 0) return null;
  const [count, what] = counts.overdue > 0 ? [counts.overdue, 'overdue'] : [counts.open, 'open'];
  return (
    <span className={what === 'overdue' ? `${classes.count} ${classes.overdue}` : classes.count}>
      {count}
      {what === 'overdue' ? ' late' : ''}
      <VisuallyHidden> {what}</VisuallyHidden>
    </span>
  );
}

function CommandKeys({ id }: { id: CommandId }) {
  const { keys } = commandById(id);
  return keys ? <Kbd keys={keys} /> : null;
}
