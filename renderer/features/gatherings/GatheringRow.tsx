import type { GatheringRow as Row } from '../../../shared/contract/gatherings';
import type { CalendarDate } from '../../../shared/model/primitives';
import { formatClock, formatDayLong } from '../../../shared/words/dates';
import { gatheringFormatLabels } from '../../../shared/words/labels';
import { isAhead, leafOf, metWords } from './gathering-words';
import classes from './GatheringsPage.module.css';

/** One gathering as a row: its day as the leaf of a calendar, what it is, who was met. */
export function GatheringRow({ row, today, now }: { row: Row; today: CalendarDate; now: Date }) {
  const { gathering, circle, met } = row;
  const facts = [
    formatClock(gathering.from),
    gathering.place,
    circle?.name,
    gathering.format && gatheringFormatLabels[gathering.format],
  ].filter((fact) => fact !== undefined);
  return (
    <div className={classes.row}>
      <Leaf from={gathering.from} today={today} />
      <div className={classes.words}>
        <h3 className={classes.name} dir="auto">
          {gathering.name}
        </h3>
        <p className={classes.facts}>
          {facts.map((fact, index) => (
            // Facts of one row stand in a fixed order.
            <span key={`${index} ${fact}`}>
              {index > 0 ? ' · ' : ''}
              <bdi>{fact}</bdi>
            </span>
          ))}
        </p>
        {(gathering.outcome ?? gathering.intention) ? (
          <p className={classes.own} dir="auto">
            {gathering.outcome ?? gathering.intention}
          </p>
        ) : null}
      </div>
      <span className={classes.met}>{metWords(met, isAhead(gathering, now))}</span>
    </div>
  );
}

function Leaf({ from, today }: { from: string; today: CalendarDate }) {
  const { weekday, date, month } = leafOf(from, today);
  return (
    <time className={classes.leaf} dateTime={from} aria-label={formatDayLong(from.slice(0, 10))}>
      <span className={classes.weekday}>{weekday}</span>
      <span className={classes.date}>{date}</span>
      <span className={classes.weekday}>{month}</span>
    </time>
  );
}
