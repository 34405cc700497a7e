import type { EntryView } from '../../../shared/contract/common';
import { dateOf } from '../../../shared/model/time';
import type { Rows } from '../../api/rows';
import { formatDayLong } from '../../../shared/words/dates';
import { EntryCard } from '../../ui/EntryCard';
import { useToday } from '../../ui/useToday';
import { VirtualList } from '../../ui/VirtualList';
import { useEntryActions } from '../debrief';
import { dayHeading, placeInDay } from './day-groups';
import classes from './JournalPage.module.css';

const ENTRY_HEIGHT = 150;

/** Entries by day, the newest first: a heading and a card for each day. */
export function EntryList({ rows, filters }: { rows: Rows<'interactions.list'>; filters: string }) {
  const today = useToday();
  const actions = useEntryActions();
  const dayAt = (index: number) => {
    const view = rows.at(index);
    return view && dateOf(view.interaction.at);
  };
  return (
    <VirtualList<EntryView>
      label="Entries"
      total={rows.total ?? 0}
      at={rows.at}
      keyOf={(view) => view.interaction.id}
      estimate={ENTRY_HEIGHT}
      place={{ key: 'journal', filters }}
      onShow={rows.show}
      focusOn="[data-entry-open]"
    >
      {(view, { index }) => {
        const day = dateOf(view.interaction.at);
        const place = placeInDay(dayAt(index - 1), day, dayAt(index + 1));
        return (
          <>
            {place.first ? (
              <h2 className={classes.day} title={formatDayLong(day)}>
                {dayHeading(day, today)}
              </h2>
            ) : null}
            <div
              className={classes.entry}
              data-first={place.first || undefined}
              data-last={place.last || undefined}
            >
              <EntryCard
                view={view}
                showDay={false}
                today={today}
                onEdit={actions.edit}
                onDelete={actions.remove}
              />
            </div>
          </>
        );
      }}
    </VirtualList>
  );
}
