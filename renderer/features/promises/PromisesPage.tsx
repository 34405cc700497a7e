import { Button, SegmentedControl } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { PromiseView } from '../../../shared/contract/common';
import { type Rows, useRows } from '../../api/rows';
import { runCommand } from '../../ui/commands';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { Kbd } from '../../ui/Kbd';
import page from '../../ui/ListPage.module.css';
import { PageHeader } from '../../ui/PageHeader';
import { useToday } from '../../ui/useToday';
import { useViewState } from '../../ui/view-state';
import { VirtualList } from '../../ui/VirtualList';
import { actionOf } from './closing';
import { openPromiseForm } from './overlays';
import { openOnes, PromisesView, queryOf } from './promises-view';
import { PromiseRow } from './PromiseRow';
import classes from './PromisesPage.module.css';
import { usePromiseActions } from './usePromiseActions';

const ROW_HEIGHT = 68;
const fields = PromisesView.shape;

/** What you and others promised: open, overdue and closed. */
export function PromisesPage() {
  const [view, set] = useViewState('promises', PromisesView, openOnes);
  const query = useMemo(() => queryOf(view), [view]);
  const rows = useRows('promises.list', query);
  const counts = rows.head?.counts;
  const none = counts !== undefined && counts.open === 0 && counts.closed === 0;
  return (
    <>
      <PageHeader
        title="Promises"
        description={
          <span role="status">
            {none
              ? 'What is owed, on both sides'
              : counts
                ? openWords(counts.openMine, counts.openTheirs)
                : ' '}
          </span>
        }
        actions={<Button onClick={() => runCommand('newPromise')}>New promise</Button>}
      />
      {none ? (
        <NoPromises />
      ) : (
        <>
          <div className={page.toolbar} data-sticky>
            <SegmentedControl
              aria-label="State"
              value={view.show}
              onChange={(show) => set({ ...view, show: fields.show.parse(show) })}
              data={[
                { value: 'open', label: counted('Open', counts?.open) },
                { value: 'overdue', label: counted('Overdue', counts?.overdue) },
                { value: 'closed', label: counted('Closed', counts?.closed) },
              ]}
            />
            <SegmentedControl
              aria-label="Whose"
              value={view.by}
              onChange={(by) => set({ ...view, by: fields.by.parse(by) })}
              data={[
                { value: 'both', label: 'Both sides' },
                { value: 'me', label: 'Mine' },
                { value: 'them', label: 'Theirs' },
              ]}
            />
            <span className={page.spread} />
            {view.show === 'closed' ? null : <KeysHint />}
          </div>
          <ErrorNote error={rows.error} title="The promises could not be read" onRetry={rows.retry} />
          {rows.total === 0 ? <NothingHere view={view} /> : null}
          {rows.total !== null && rows.total > 0 ? (
            <Promises rows={rows} filters={JSON.stringify(query)} />
          ) : null}
        </>
      )}
    </>
  );
}

function Promises({ rows, filters }: { rows: Rows<'promises.list'>; filters: string }) {
  const today = useToday();
  const act = usePromiseActions();
  return (
    <div className={classes.list}>
      <VirtualList<PromiseView>
        label="Promises"
        total={rows.total ?? 0}
        at={rows.at}
        keyOf={({ promise }) => promise.id}
        estimate={ROW_HEIGHT}
        place={{ key: 'promises', filters }}
        onShow={rows.show}
        onOpen={({ promise }) => openPromiseForm({ editId: promise.id })}
        onKey={({ promise }, key) => {
          const action = actionOf(key, promise.status);
          if (action) act(promise, action);
          return action !== null;
        }}
      >
        {(view, { active }) => (
          <PromiseRow
            view={view}
            today={today}
            active={active}
            onAction={(action) => act(view.promise, action)}
          />
        )}
      </VirtualList>
    </div>
  );
}

/** "3 of yours are open, 6 of theirs" */
function openWords(mine: number, theirs: number): string {
  if (mine + theirs === 0) return 'Nothing is open, on either side';
  return `${mine === 0 ? 'None' : mine} of yours ${mine === 1 ? 'is' : 'are'} open, ${theirs === 0 ? 'none' : theirs} of theirs`;
}

function counted(label: string, count: number | undefined): string {
  return count === undefined ? label : `${label} ${count}`;
}

function KeysHint() {
  return (
    <span className={classes.hint}>
      On a promise: <Kbd keys="K" /> kept, <Kbd keys="L" /> late, <Kbd keys="B" /> broken, <Kbd keys="R" />{' '}
      released
    </span>
  );
}

function NothingHere({ view }: { view: PromisesView }) {
  const whose = { both: '', me: ' of yours', them: ' of theirs' }[view.by];
  const title = {
    open: `No open promises${whose}`,
    overdue: `Nothing${whose} is overdue`,
    closed: `No closed promises${whose} yet`,
  }[view.show];
  const words = {
    open: 'What was promised has been settled. New ones come from what you write down.',
    overdue: 'Everything with a date still has time.',
    closed: 'Close a promise as kept, late, broken or released, and it is counted here.',
  }[view.show];
  return <EmptyState title={title}>{words}</EmptyState>;
}

function NoPromises() {
  return (
    <EmptyState
      title="No promises yet"
      icon={<IconChecklist size={24} />}
      action={
        <>
          <Button rightSection={<Kbd keys="Mod+N" />} onClick={() => runCommand('debrief')}>
            Write it down
          </Button>
          <Button variant="default" onClick={() => runCommand('newPromise')}>
            New promise
          </Button>
        </>
      }
    >
      When you write down a meeting, note what you promised and what they promised, with a day. It is kept
      here until it is settled.
    </EmptyState>
  );
}
