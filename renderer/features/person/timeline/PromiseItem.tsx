import { IconFlag } from '@tabler/icons-react';
import type { TimelineItem } from '../../../../shared/contract/people';
import type { CalendarDate } from '../../../../shared/model/primitives';
import { formatDay } from '../../../../shared/words/dates';
import { promiseStatusLabels } from '../../../../shared/words/labels';
import { openPromiseForm } from '../../promises';
import classes from './Timeline.module.css';

type Item = Extract<TimelineItem, { kind: 'promise' }>;

interface PromiseItemProps {
  item: Item;
  today: CalendarDate;
  /** In the past: shows the promise as it is today. Null: it is opened. */
  onShowToday: (() => void) | null;
}

/** A promise on the day it was made or closed. Its first line opens it. */
export function PromiseItem({ item, today, onShowToday }: PromiseItemProps) {
  const { promise } = item;
  const rest =
    item.event === 'closed'
      ? closedWords(item)
      : promise.dueOn
        ? `by ${formatDay(promise.dueOn, today)}`
        : '';
  return (
    <article className={classes.promise}>
      <span className={classes.icon} aria-hidden="true">
        <IconFlag size={16} stroke={1.7} />
      </span>
      <h3 className={classes.promiseTitle}>
        <button
          type="button"
          className={classes.open}
          data-promise-open={promise.id}
          title={onShowToday ? 'Show it as it is today' : 'Edit this promise'}
          onClick={onShowToday ?? (() => openPromiseForm({ editId: promise.id }))}
        >
          {promise.by === 'me' ? 'You promised' : 'They promised'}: <bdi>{promise.what}</bdi>
          {rest ? <span className={classes.rest}> {rest}</span> : null}
        </button>
      </h3>
      <span className={classes.day}>{formatDay(item.on, today)}</span>
    </article>
  );
}

function closedWords({ promise }: Item): string {
  return promise.status === 'open' ? '' : `· ${promiseStatusLabels[promise.status]}`;
}
