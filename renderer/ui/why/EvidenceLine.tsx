import type { EvidenceRef } from '../../../shared/insight/types';
import type { CalendarDate, Id } from '../../../shared/model/primitives';
import { dateOf } from '../../../shared/model/time';
import { useRead } from '../../api';
import { formatDay } from '../../../shared/words/dates';
import { entryChips, entryHeadline, promiseChip } from '../../../shared/words/entry';
import { exchangedWords, sizeLabels } from '../../../shared/words/labels';
import { capitalised } from '../../../shared/words/spans';
import classes from './Why.module.css';

interface EvidenceLineProps {
  evidence: EvidenceRef;
  /** Whose facts of the entry are named; absent: everybody's. */
  personId?: Id | undefined;
  today: CalendarDate;
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
  const day = formatDay(dateOf(interaction.at), today);
  const { what, rest } = entryHeadline(interaction, gathering?.name ?? null);
  const exchange = evidence.kind === 'exchange' ? interaction.exchanges?.[evidence.index] : undefined;
  const open = () => onOpen(evidence);
  if (exchange) {
    const more = joined([`${sizeLabels[exchange.size]}, ${exchange.size}`, exchange.note, what]);
    return <Line day={day} what={capitalised(exchangedWords(exchange))} rest={more} onOpen={open} />;
  }
  const facts = entryChips(interaction, [], today, personId).slice(0, 4);
  return (
    <Line
      day={day}
      what={what}
      rest={joined([rest, facts.map(({ text }) => text).join(', ')])}
      onOpen={open}
    />
  );
}

function joined(parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

function PromiseLine({ evidence, today, onOpen }: EvidenceLineProps) {
  const read = useRead('promises.get', { id: evidence.id });
  if (read.error) return <p className={classes.gone}>This promise could not be read.</p>;
  if (!read.data) return <div className={classes.pending} />;
  const { promise } = read.data;
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
