import { Button } from '@mantine/core';
import { IconSun } from '@tabler/icons-react';
import { useState } from 'react';
import type { TodayLineView, TodayPage as Page } from '../../../shared/contract/today';
import { TODAY_LINES } from '../../../shared/contract/today-lines';
import { useRead } from '../../api';
import { runCommand } from '../../ui/commands';
import { formatDayLong, formatNumber } from '../../../shared/words/dates';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { Kbd } from '../../ui/Kbd';
import { PageHeader } from '../../ui/PageHeader';
import { dateOf } from '../../../shared/model/time';
import { useToday } from '../../ui/useToday';
import { VirtualList } from '../../ui/VirtualList';
import { capitalised, count } from '../../../shared/words/spans';
import { ComingUp, Unsettled } from './ComingUp';
import { Snoozed } from './Snoozed';
import { ThisWeek } from './ThisWeek';
import { TodayLine } from './TodayLine';
import classes from './TodayPage.module.css';
import { lineActionOf, useLineActions } from './useLineActions';
import { WeeklyReviewCard } from './WeeklyReviewCard';

const LINE_HEIGHT = 74;

/** What needs the user today, and why; beside it the week. */
export function TodayPage() {
  const today = useToday();
  const [wanted, setWanted] = useState(TODAY_LINES);
  const { data, error, refetch } = useRead('today.page', { lines: wanted });
  return (
    <>
      <PageHeader
        title="Today"
        description={
          <span role="status">{`${formatDayLong(today)}${data ? `. ${summary(data)}` : ''}`}</span>
        }
      />
      <ErrorNote error={error} title="Today could not be read" onRetry={() => void refetch()} />
      {data ? (
        <div className={classes.columns}>
          <div className={classes.main}>
            <Lines data={data} onMore={() => setWanted(wanted + TODAY_LINES)} />
            <Snoozed lines={data.snoozed} today={data.today} />
          </div>
          <div className={classes.side}>
            <ThisWeek week={data.week} />
            <Unsettled items={data.unsettled} today={data.today} />
            <ComingUp items={data.comingUp} today={data.today} />
            <WeeklyReviewCard review={data.review} />
          </div>
        </div>
      ) : null}
    </>
  );
}

/** "5 things, and 2 due or planned today. Nothing else needs you." */
function summary(page: Page): string {
  const { total, empty } = page;
  const ofToday = countOfToday(page);
  if (empty) return 'Nothing written down yet';
  if (total === 0 && ofToday === 0) return 'Nothing needs you';
  if (total === 0)
    return `${capitalised(count(ofToday, 'thing'))} due or planned today. Nothing else needs you`;
  const more = ofToday === 0 ? '' : `, and ${formatNumber(ofToday)} due or planned today`;
  return `${capitalised(count(total, 'thing'))}${more}. Nothing else needs you`;
}

/** What is due or planned today stands under "Coming up"; it needs the user all the same. */
function countOfToday({ comingUp, today }: Page): number {
  return comingUp.filter(({ at }) => dateOf(at) === today).length;
}

function Lines({ data, onMore }: { data: Page; onMore: () => void }) {
  const act = useLineActions();
  if (data.empty) return <NothingYet />;
  if (data.lines.length === 0) return <NothingDue ofToday={countOfToday(data)} />;
  const lines = data.lines;
  return (
    <section className={classes.card} aria-label="For you">
      <header className={classes.cardHead}>
        <h2 className={classes.cardTitle}>For you</h2>
        <span className={classes.hint}>
          <Kbd keys="Enter" /> opens, <Kbd keys="D" /> done, not now for <Kbd keys="3" /> or <Kbd keys="7" />{' '}
          days, <Kbd keys="2" /> weeks
        </span>
      </header>
      <VirtualList<TodayLineView>
        label="For you"
        total={lines.length}
        at={(index) => lines[index]}
        keyOf={({ key }) => key}
        estimate={LINE_HEIGHT}
        place={{ key: 'today', filters: '' }}
        onShow={nothing}
        onOpen={(line) => act(line, { kind: 'open' })}
        onKey={(line, key) => {
          const action = lineActionOf(key);
          if (action) act(line, action);
          return action !== null;
        }}
      >
        {(line, { active }) => (
          <TodayLine
            line={line}
            today={data.today}
            active={active}
            onAction={(action) => act(line, action)}
          />
        )}
      </VirtualList>
      {data.total > lines.length ? (
        <div className={classes.more}>
          <Button variant="subtle" onClick={onMore}>
            {`${formatNumber(data.total - lines.length)} more below these: show the next`}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

/** All lines are at hand: none need be fetched when they come into sight. */
function nothing(): void {}

function NothingDue({ ofToday }: { ofToday: number }) {
  const isFree = ofToday === 0;
  return (
    <EmptyState
      title={isFree ? 'Nothing needs you today' : 'Nothing else needs you today'}
      icon={<IconSun size={24} />}
    >
      {isFree ? null : 'What is due or planned today stands under “Coming up”. '}
      Promises that are late, replies you owe, people who slip away and dates that come up stand here on their
      day. What happened today is worth a line: <Kbd keys="Mod+N" />
    </EmptyState>
  );
}

function NothingYet() {
  return (
    <EmptyState
      title="Your day starts with an entry"
      icon={<IconSun size={24} />}
      action={
        <Button rightSection={<Kbd keys="Mod+N" />} onClick={() => runCommand('debrief')}>
          Write it down
        </Button>
      }
    >
      After a meeting, write down who it was and what was said. From then on this page says each day what was
      promised, who waits for a reply, and who is slipping away.
    </EmptyState>
  );
}
