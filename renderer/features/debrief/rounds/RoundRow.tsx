import type { KeyboardEvent } from 'react';
import { PersonPicker, type PickedPerson } from '../../../ui/PersonPicker';
import { Choices } from '../controls/Choices';
import { TalkSlider } from '../controls/TalkSlider';
import { easeRatings, stages } from '../form/choices';
import form from '../form/form.module.css';
import type { Round } from './rounds-draft';
import classes from './rounds.module.css';

interface RoundRowProps {
  round: Round;
  number: number;
  /** People who are new in other rows. */
  newElsewhere: readonly PickedPerson[];
  error: string | undefined;
  autoFocus: boolean;
  onChange(patch: Partial<Round>): void;
  onNext(): void;
  onRemove: (() => void) | null;
}

/** One short meeting: who, a line, and three facts. Enter in the line begins the next one. */
export function RoundRow(props: RoundRowProps) {
  const { round, number, onChange } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    props.onNext();
  };
  return (
    <li className={classes.row} aria-label={`Round ${number}`}>
      <span className={classes.number} aria-hidden="true">
        {number}
      </span>
      <div className={classes.who}>
        <PersonPicker
          bare
          single
          label={`Who, round ${number}`}
          field={`round.${round.row}.people`}
          value={round.people}
          autoFocus={props.autoFocus}
          error={props.error}
          newElsewhere={props.newElsewhere}
          onChange={(people) => onChange({ people })}
        />
      </div>
      <input
        type="text"
        className={`${form.line} ${classes.words}`}
        aria-label={`What happened, round ${number}`}
        data-field={`round.${round.row}.words`}
        placeholder="a line about it, Enter for the next"
        value={round.words}
        onChange={(event) => onChange({ words: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      <Facts round={round} number={number} onChange={onChange} onNext={props.onNext} />
      {props.onRemove ? (
        <button
          type="button"
          className={form.icon}
          aria-label={`Remove round ${number}`}
          onClick={props.onRemove}
        >
          ×
        </button>
      ) : null}
    </li>
  );
}

function Facts(props: Pick<RoundRowProps, 'round' | 'number' | 'onChange' | 'onNext'>) {
  const { round, number, onChange, onNext } = props;
  return (
    <div className={classes.facts}>
      <TalkSlider
        compact
        onEnter={onNext}
        label={`Who talked, round ${number}`}
        value={round.talkShare}
        onChange={(talkShare) => onChange({ talkShare })}
      />
      <Choices
        label={`Easy, fun, round ${number}`}
        look="steps"
        choices={easeRatings}
        onEnter={onNext}
        value={easeRatings.find(({ value }) => value === round.ease)?.value}
        onChange={(ease) => onChange({ ease })}
      />
      <Choices
        label={`Your read, round ${number}`}
        choices={stages}
        onEnter={onNext}
        value={round.stageRead}
        onChange={(stageRead) => onChange({ stageRead })}
      />
    </div>
  );
}
