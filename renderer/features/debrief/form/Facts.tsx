import type { ReactNode } from 'react';
import type { Choice } from '../controls/Choices';
import { Choices } from '../controls/Choices';
import { TalkSlider } from '../controls/TalkSlider';
import { easeRatings, opennessRatings, pitchLevels, stages } from './choices';
import { Exchanges } from './Exchanges';
import classes from './form.module.css';
import { useField } from './form-store';
import { Promises } from './Promises';

/** The quick facts. What is not touched is not said. */
export function Facts() {
  const [talkShare, setTalkShare] = useField('talkShare');
  const [ease, setEase] = useField('ease');
  const [openness, setOpenness] = useField('openness');
  const [pitch, setPitch] = useField('pitch');
  const [stageRead, setStageRead] = useField('stageRead');
  return (
    <div className={classes.grid}>
      <Fact label="Who talked" wide>
        <TalkSlider label="Who talked" field="talkShare" value={talkShare} onChange={setTalkShare} />
      </Fact>
      <Fact label="Easy, fun">
        <Rating label="Easy, fun" field="ease" choices={easeRatings} value={ease} onChange={setEase} />
      </Fact>
      <Fact label="Open">
        <Rating
          label="Open"
          field="openness"
          choices={opennessRatings}
          value={openness}
          onChange={setOpenness}
        />
      </Fact>
      <Fact label="Gave" wide>
        <Exchanges direction="given" />
      </Fact>
      <Fact label="Received" wide>
        <Exchanges direction="received" />
      </Fact>
      <Fact label="My pitch">
        <Choices
          label="My pitch"
          field="pitch"
          choices={pitchLevels}
          value={pitch.mine}
          onChange={(mine) => setPitch({ ...pitch, mine })}
        />
      </Fact>
      <Fact label="Your read">
        <Choices
          label="Your read"
          field="stageRead"
          choices={stages}
          value={stageRead}
          onChange={setStageRead}
        />
      </Fact>
      <Fact label="Promises" wide>
        <Promises />
      </Fact>
    </div>
  );
}

/** One to five, by those keys; what the figure means stands beside it. */
export function Rating(props: {
  label: string;
  field?: string;
  choices: readonly Choice<1 | 2 | 3 | 4 | 5>[];
  value: number | undefined;
  onChange(value: number | undefined): void;
}) {
  const chosen = props.choices.find((choice) => choice.value === props.value);
  return (
    <span className={classes.rating}>
      <Choices
        label={props.label}
        look="steps"
        choices={props.choices}
        value={chosen?.value}
        onChange={props.onChange}
        {...(props.field === undefined ? {} : { field: props.field })}
      />
      <span className={classes.meaning} aria-hidden="true">
        {chosen?.meaning}
      </span>
    </span>
  );
}

export function Fact({ label, wide, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={classes.fact} data-wide={wide || undefined}>
      <span className={classes.factLabel} aria-hidden="true">
        {label}
      </span>
      <div className={classes.factBody}>{children}</div>
    </div>
  );
}
