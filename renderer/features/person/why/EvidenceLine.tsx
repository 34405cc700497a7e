import type { EvidenceRef } from '../../../../shared/insight/types';
import type { CalendarDate, Id } from '../../../../shared/model/primitives';
import type { PromiseRecord } from '../../../../shared/model/promise';
import { dateOf } from '../../../../shared/model/time';
import { useRead } from '../../../api';
import { formatDay } from '../../../ui/dates';
import { entryChips, entryHeadline, promiseChip } from '../../../ui/words/entry';
import { exchangeWords } from '../../../ui/words/labels';
import classes from './Why.module.css';

interface EvidenceLineProps {
  evidence: EvidenceRef;
  personId: Id;
  today: CalendarDate;
  promises: ReadonlyMap<Id, PromiseRecord>;
  onOpen: (ref: EvidenceRef) => void;
}

/** One entry or promise behind a figure, in a line that leads to it. */
export function EvidenceLine(props: EvidenceLineProps) {
  const { evidence } = props;
  return evidence.kind === 'promise' ? <PromiseLine {...props} /> : <EntryLine {...props} />;
}

function EntryLine({ evidence, personId, today, onOpen }: EvidenceLineProps) {
  const read = useRead('interactions.get', { id: evidence.id });
  if (read.error) return <p className={classes.gone}>This entry could not be read.</p>;
  if (!read.data) return <div className={classes.pending} />;
  const { interaction, gathering } = read.data;
  const { what, rest } = entryHeadline(interaction, gathering?.name ?? null);
  const exchange = evidence.kind === 'exchange' ? interaction.exchanges?.[evidence.index] : undefined;
  const facts = exchange
    ? [exchangeWords(exchange), exchange.note].filter(Boolean).join(': ')
    : entryChips(interaction, [], today, personId)
        .slice(0, 4)
        .map(({ text }) => text)
        .join(', ');
  return (
    <Line
      day={formatDay(dateOf(interaction.at), today)}
      what={what}
      rest={[rest, facts].filter((part) => part !== '').join(' · ')}
      onOpen={() => onOpen(evidence)}
    />
  );
}

function PromiseLine({ evidence, today, promises, onOpen }: EvidenceLineProps) {
  const promise = promises.get(evidence.id);
  if (!promise) return <div className={classes.pending} />;
  return (
    <Line
      day={formatDay(promise.madeOn, today)}
      what={promise.what}
      rest={promise.status === 'open' ? 'open' : promiseChip(promise, today).text}
      onOpen={() => onOpen(evidence)}
    />
  );
}

interface LineProps {
  day: string;
  what: string;
  rest: string;
  onOpen: () => void;
}

function Line({ day, what, rest, onOpen }: LineProps) {
  return (
    <button type="button" className={classes.line} onClick={onOpen}>
      <span className={classes.day}>{day}</span>
      <span className={classes.what}>
        <bdi>{what}</bdi>
        {rest ? <span className={classes.rest}> {rest}</span> : null}
      </span>
    </button>
  );
}
