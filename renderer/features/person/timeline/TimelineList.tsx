import type { TimelineItem } from '../../../../shared/contract/people';
import type { EvidenceRef } from '../../../../shared/insight/types';
import type { CalendarDate, Id } from '../../../../shared/model/primitives';
import type { Rows } from '../../../api/rows';
import { EntryCard } from '../../../ui/EntryCard';
import { VirtualList } from '../../../ui/VirtualList';
import { useEntryActions } from '../../debrief';
import { monthBefore } from './months';
import { PromiseItem } from './PromiseItem';
import classes from './Timeline.module.css';
import { type FoundItem, isAbout } from './useFindItem';

interface TimelineListProps {
  rows: Rows<'people.timeline'>;
  personId: Id;
  filters: string;
  today: CalendarDate;
  /** In the past an item is shown as it is today instead of being edited; null: this is today. */
  onShowToday: ((ref: EvidenceRef) => void) | null;
  /** An item to scroll to, to focus and to mark. */
  found: FoundItem | null;
}

const ITEM_HEIGHT = 132;

/** The items in sight, with a heading where a month begins. */
export function TimelineList({ rows, personId, filters, today, onShowToday, found }: TimelineListProps) {
  return (
    <VirtualList<TimelineItem>
      label="Timeline"
      total={rows.total ?? 0}
      at={rows.at}
      keyOf={keyOf}
      estimate={ITEM_HEIGHT}
      place={{ key: 'timeline', filters }}
      onShow={rows.show}
      goTo={found}
      focusOn=":is([data-entry-open], [data-promise-open])"
    >
      {(item, { index, active }) => {
        const month = monthBefore(item.on, rows.at(index - 1)?.on);
        return (
          <>
            {month ? <h2 className={classes.month}>{month}</h2> : null}
            <div
              className={classes.item}
              data-marked={(active && found && isAbout(item, found.ref)) || undefined}
              data-first={index === 0 || month !== null || undefined}
            >
              <Item item={item} personId={personId} today={today} onShowToday={onShowToday} />
            </div>
          </>
        );
      }}
    </VirtualList>
  );
}

interface ItemProps extends Pick<TimelineListProps, 'personId' | 'today' | 'onShowToday'> {
  item: TimelineItem;
}

function Item({ item, personId, today, onShowToday }: ItemProps) {
  const { edit, remove } = useEntryActions();
  if (item.kind === 'promise') {
    const ref = { kind: 'promise', id: item.promise.id } as const;
    return <PromiseItem item={item} today={today} onShowToday={onShowToday && (() => onShowToday(ref))} />;
  }
  const actions = onShowToday
    ? { onShow: (id: Id) => onShowToday({ kind: 'interaction', id }) }
    : { onEdit: edit, onDelete: remove };
  return <EntryCard view={item.entry} personId={personId} today={today} {...actions} />;
}

function keyOf(item: TimelineItem): string {
  return item.kind === 'entry' ? item.entry.interaction.id : `${item.promise.id} ${item.event}`;
}
