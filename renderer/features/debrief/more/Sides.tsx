import { conductLabels, sideLabels } from '../../../../shared/words/labels';
import { Choices } from '../controls/Choices';
import { ChipSelect } from '../controls/ChipSelect';
import chips from '../controls/chips.module.css';
import { askLevels, conductCodes, pitchLevels } from '../form/choices';
import { Fact } from '../form/Facts';
import form from '../form/form.module.css';
import { useField } from '../form/form-store';
import { AskCheck } from './AskCheck';
import { LineField, Section } from './fields';

/** What either side asked for and tried to sell, and how both behaved. */
export function Sides() {
  const [ask, setAsk] = useField('ask');
  const [pitch, setPitch] = useField('pitch');
  return (
    <Section title="Both sides">
      <Fact label="I asked for">
        <Choices
          label="I asked for"
          field="askMine"
          choices={askLevels}
          value={ask.mine}
          onChange={(mine) => setAsk({ ...ask, mine })}
        />
      </Fact>
      <AskCheck level={ask.mine} />
      <Fact label="They asked for">
        <Choices
          label="They asked for"
          field="askTheirs"
          choices={askLevels}
          value={ask.theirs}
          onChange={(theirs) => setAsk({ ...ask, theirs })}
        />
      </Fact>
      <Fact label="Their pitch">
        <Choices
          label="Their pitch"
          field="pitchTheirs"
          choices={pitchLevels}
          value={pitch.theirs}
          onChange={(theirs) => setPitch({ ...pitch, theirs })}
        />
      </Fact>
      <Conduct who="me" label="I was" />
      <Conduct who="them" label="They were" />
    </Section>
  );
}

function Conduct({ who, label }: { who: 'me' | 'them'; label: string }) {
  const [conduct, setConduct] = useField('conduct');
  const [people] = useField('people');
  const nameOf = (key: string | undefined) => people.find((person) => person.key === key)?.name;
  const shown = conduct.flatMap((item, index) => (item.who === who ? [{ item, index }] : []));
  const cycle = (index: number, current: string | undefined) => {
    const keys = [undefined, ...people.map((person) => person.key)];
    const next = keys[(keys.indexOf(current) + 1) % keys.length];
    setConduct(conduct.map((item, at) => (at === index ? { ...item, personId: next } : item)));
  };
  return (
    <Fact label={label}>
      <div className={form.facts} role="group" aria-label={label}>
        {shown.map(({ item, index }) => (
          <span key={index} className={chips.fact}>
            {who === 'them' && people.length > 1 ? (
              <button
                type="button"
                className={chips.factWords}
                title="Press to say who"
                onClick={() => cycle(index, item.personId)}
              >
                {nameOf(item.personId) ?? 'everyone'}:
              </button>
            ) : null}
            <span className={chips.factWords}>{conductLabels[item.code]}</span>
            <button
              type="button"
              className={chips.factRemove}
              aria-label={`Remove ${sideLabels[who]} ${conductLabels[item.code]}`}
              onClick={() => setConduct(conduct.filter((_, at) => at !== index))}
            >
              ×
            </button>
          </span>
        ))}
        <ChipSelect
          label={`${label} …`}
          field={`conduct.${who}`}
          tone="plus"
          choices={conductCodes}
          value={undefined}
          placeholder="+"
          onChange={(code) => {
            if (code) setConduct([...conduct, { who, code, note: '' }]);
          }}
        />
      </div>
    </Fact>
  );
}

/** Feedback I gave, kept to myself, or was asked for. */
export function Feedback() {
  const [feedback, setFeedback] = useField('feedback');
  const field = (name: 'given' | 'heldBack' | 'askedFor', label: string) => (
    <LineField
      label={label}
      field={`feedback.${name}`}
      value={feedback[name]}
      onChange={(value) => setFeedback({ ...feedback, [name]: value })}
    />
  );
  return (
    <Section title="Feedback">
      {field('given', 'I gave')}
      {field('heldBack', 'I held back')}
      {field('askedFor', 'They asked for')}
    </Section>
  );
}
