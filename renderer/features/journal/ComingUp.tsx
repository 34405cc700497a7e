import { Button } from '@mantine/core';
import { useState } from 'react';
import type { EntryQuery } from '../../../shared/contract/interactions';
import { useRead } from '../../api';
import { EntryCard } from '../../ui/EntryCard';
import { ErrorNote } from '../../ui/ErrorNote';
import { useToday } from '../../ui/useToday';
import { useEntryActions } from '../debrief';
import { comingPage } from './journal-view';
import classes from './JournalPage.module.css';

const SHOWN = 3;

/** What is planned from tomorrow on, the next first. Nothing at all where nothing is planned. */
export function ComingUp({ query }: { query: EntryQuery }) {
  const today = useToday();
  const [all, setAll] = useState(false);
  const actions = useEntryActions();
  const read = useRead('interactions.list', comingPage(query));
  if (read.error) return <ErrorNote error={read.error} title="What is coming up could not be read" />;
  const soonest = [...(read.data?.rows ?? [])].reverse();
  if (soonest.length === 0) return null;
  const shown = all ? soonest : soonest.slice(0, SHOWN);
  return (
    <section className={classes.coming} aria-labelledby="coming-up">
      <h2 id="coming-up" className={classes.day}>
        Coming up
      </h2>
      <div className={classes.card}>
        {shown.map((view) => (
          <EntryCard
            key={view.interaction.id}
            view={view}
            today={today}
            onEdit={actions.edit}
            onDelete={actions.remove}
          />
        ))}
        {soonest.length > SHOWN ? (
          <Button
            variant="subtle"
            size="compact-sm"
            className={classes.all ?? ''}
            aria-expanded={all}
            onClick={() => setAll(!all)}
          >
            {all ? 'Show fewer' : `Show all ${soonest.length}`}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
