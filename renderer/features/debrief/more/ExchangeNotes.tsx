import { exchangeWords } from '../../../ui/words/labels';
import { ChipSelect } from '../controls/ChipSelect';
import type { DraftExchange } from '../debrief-draft';
import { useField } from '../form/form-store';
import { LineField, Section } from './fields';
import classes from './more.module.css';

/** What exactly was given and received, and with several people: with whom. */
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

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
