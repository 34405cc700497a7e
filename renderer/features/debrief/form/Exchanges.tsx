import type { KeyboardEvent } from 'react';
import { exchangeNames, sizeLabels } from '../../../../shared/words/labels';
import { ChipSelect } from '../controls/ChipSelect';
import chips from '../controls/chips.module.css';
import type { DraftExchange } from '../debrief-draft';
import { exchangeKinds } from './choices';
import classes from './form.module.css';
import { useField } from './form-store';

type Size = DraftExchange['size'];

/** What I gave, or what I received: a letter adds a kind, 1 to 3 says how big. */
export function Exchanges({ direction }: { direction: DraftExchange['direction'] }) {
  const [exchanges, setExchanges] = useField('exchanges');
  const word = direction === 'given' ? 'Gave' : 'Received';
  const mine = exchanges.flatMap((exchange, index) => (exchange.direction === direction ? [index] : []));
  const last = mine.at(-1);

  const resize = (index: number, size: Size) =>
    setExchanges(exchanges.map((exchange, at) => (at === index ? { ...exchange, size } : exchange)));
  const remove = (index: number) => setExchanges(exchanges.filter((_, at) => at !== index));
  /** 1 to 3 and Delete, for the exchange at `index`. */
  const onKey = (event: KeyboardEvent, index: number | undefined): boolean => {
    if (index === undefined) return false;
    const size = SIZES[event.key];
    if (size !== undefined) resize(index, size);
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(index);
    else return false;
    return true;
  };

  return (
    <div className={classes.facts} role="group" aria-label={word}>
      {mine.map((index) => {
        const exchange = exchanges[index];
        return exchange ? (
          <ExchangeChip
            key={index}
            exchange={exchange}
            onKey={(event) => onKey(event, index)}
            onResize={(size) => resize(index, size)}
            onRemove={() => remove(index)}
          />
        ) : null;
      })}
      <ChipSelect
        label={
          last === undefined ? `Add what I ${word.toLowerCase()}` : `Add more that I ${word.toLowerCase()}`
        }
        field={direction}
        tone="plus"
        choices={exchangeKinds}
        value={undefined}
        placeholder="+"
        onChange={(kind) => {
          if (kind) setExchanges([...exchanges, { direction, kind, size: 2, note: '' }]);
        }}
        onOtherKey={(event) => onKey(event, last)}
      />
      {last === undefined ? null : <span className={classes.keysHint}>1 small, 2 solid, 3 big</span>}
    </div>
  );
}

interface ExchangeChipProps {
  exchange: DraftExchange;
  onKey(event: KeyboardEvent): boolean;
  onResize(size: Size): void;
  onRemove(): void;
}

function ExchangeChip({ exchange, onKey, onResize, onRemove }: ExchangeChipProps) {
  const words = `${exchangeNames[exchange.kind]}, ${sizeLabels[exchange.size]}`;
  return (
    <span className={chips.fact} data-direction={exchange.direction}>
      <button
        type="button"
        className={chips.factWords}
        title="Press for the next size; 1 small, 2 solid, 3 big"
        onClick={() => onResize(NEXT_SIZE[exchange.size])}
        onKeyDown={(event) => {
          if (onKey(event)) event.preventDefault();
        }}
      >
        {words}
      </button>
      <button
        type="button"
        tabIndex={-1}
        className={chips.factRemove}
        aria-label={`Remove ${words}`}
        onClick={onRemove}
      >
        ×
      </button>
    </span>
  );
}

const SIZES: Record<string, Size> = { 1: 1, 2: 2, 3: 3 };
const NEXT_SIZE: Record<Size, Size> = { 1: 2, 2: 3, 3: 1 };
