import { PersonPicker, type PickedPerson } from '../../../ui/PersonPicker';
import { exchangeWords } from '../../../../shared/words/labels';
import { ChipSelect } from '../controls/ChipSelect';
import type { DraftExchange } from '../debrief-draft';
import { useField } from '../form/form-store';
import { LineField, Section } from './fields';
import classes from './more.module.css';

/** What exactly was given and received; an introduction to whom; and with several people: with whom. */
export function ExchangeNotes() {
  const [exchanges, setExchanges] = useField('exchanges');
  const [people] = useField('people');
  if (exchanges.length === 0) return null;
  const change = (index: number, patch: Partial<DraftExchange>) =>
    setExchanges(exchanges.map((exchange, at) => (at === index ? { ...exchange, ...patch } : exchange)));
  const choices = people.map((person) => ({ value: person.key, label: person.name }));
  return (
    <Section title="Given and received">
      {exchanges.map((exchange, index) => (
        <div key={index} className={classes.row}>
          <LineField
            label={capital(exchangeWords(exchange))}
            field={`exchanges.${index}.note`}
            value={exchange.note}
            placeholder="what exactly?"
            onChange={(note) => change(index, { note })}
          />
          {exchange.kind === 'introduction' ? (
            <ToWhom
              exchange={exchange}
              index={index}
              others={[...people, ...exchanges.flatMap(({ about }) => about ?? [])]}
              onChange={(about) => change(index, { about })}
            />
          ) : null}
          {people.length > 1 ? (
            <ChipSelect
              label="With whom"
              choices={choices}
              value={exchange.personId}
              onChange={(personId) => change(index, { personId })}
              placeholder="everyone"
            />
          ) : null}
        </div>
      ))}
    </Section>
  );
}

interface ToWhomProps {
  exchange: DraftExchange;
  index: number;
  others: readonly PickedPerson[];
  onChange: (about: DraftExchange['about']) => void;
}

/** Named here, an introduction counts on both people's pages and in the network, and there is somebody to thank. */
function ToWhom({ exchange, index, others, onChange }: ToWhomProps) {
  const label = exchange.direction === 'given' ? 'I introduced them to' : 'They introduced me to';
  return (
    <PersonPicker
      label={label}
      placeholder={`${label}…`}
      single
      field={`exchanges.${index}.about`}
      newElsewhere={others}
      value={exchange.about ? [exchange.about] : []}
      onChange={(chosen) => onChange(chosen[0])}
    />
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
