import { IconAlertCircle, IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { commandById } from '../../../../shared/commands';
import type { Setback, StageAssessment } from '../../../../shared/insight/types';
import type { CalendarDate, Id } from '../../../../shared/model/primitives';
import { Kbd } from '../../../ui/Kbd';
import {
  holdsTitle,
  loweredSentence,
  missingTitle,
  readAboveEvidence,
  requirementSentence,
  setbackSentence,
} from '../../../../shared/words/insight';
import { usePastDay } from '../past/past-day';
import { usePutRight } from '../usePersonCommands';
import classes from './Side.module.css';
import { SideCard } from './SideCard';

interface LadderProps {
  personId: Id;
  stage: StageAssessment;
  today: CalendarDate;
  onWhy: () => void;
}

/** What the relationship rests on, what the next stage still needs, and what stands between. */
export function Ladder({ personId, stage, today, onWhy }: LadderProps) {
  const lowered = loweredSentence(stage);
  const kind = readAboveEvidence(stage);
  const next = missingTitle(stage);
  const open = stage.setbacks.filter(({ closedOn }) => closedOn === null);
  const lately = stage.setbacks.find(({ closedOn }) => closedOn !== null);
  const met = tellingRungs(stage);
  const why = (
    <button type="button" className={classes.link} aria-label="Why this stage" onClick={onWhy}>
      Why
    </button>
  );
  return (
    <SideCard title={holdsTitle(stage)} action={why}>
      {met.length > 0 ? (
        <ul className={classes.rungs}>
          {met.map((requirement) => (
            <li key={`${requirement.stage} ${requirement.code}`} className={classes.rung} data-state="met">
              <IconCheck size={15} role="img" aria-label="Met:" />
              <span>{requirementSentence(requirement)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {open.map((setback) => (
        <p key={`${setback.code} ${setback.on}`} className={classes.rung} data-state="against">
          <IconAlertCircle size={15} role="img" aria-label="Against:" />
          <span>{setbackSentence(setback, today)}</span>
        </p>
      ))}
      {open.length > 0 ? <PutRight personId={personId} setbacks={open} today={today} /> : null}
      {open.length === 0 && lately ? (
        <p className={classes.rung} data-state="met">
          <IconCheck size={15} role="img" aria-label="Put right:" />
          <span>{setbackSentence(lately, today)}</span>
        </p>
      ) : null}
      {lowered ? <p className={classes.dim}>{lowered}</p> : null}
      {stage.fading ? <p className={classes.dim}>Fading: it has been quiet for longer than usual.</p> : null}
      {next ? (
        <>
          <h3 className={classes.subtitle}>{next}</h3>
          <ul className={classes.rungs}>
            {stage.missing.map((requirement) => (
              <li key={requirement.code} className={classes.rung} data-state="missing">
                <IconCircleDashed size={15} role="img" aria-label="Missing:" />
                <span>{requirementSentence(requirement)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {kind ? <p className={classes.kind}>{kind}</p> : null}
    </SideCard>
  );
}

/** An entry that puts right what is open brings the stage back. */
function PutRight({ personId, setbacks, today }: PutRightProps) {
  const putRight = usePutRight(personId);
  if (usePastDay() !== null) return null;
  // A repair counts on a later day than the promise was missed.
  const tooSoon = setbacks.every(({ code, on }) => PROMISED.has(code) && on >= today);
  return (
    <p className={classes.dim}>
      <button type="button" className={classes.link} onClick={putRight}>
        We put it right <Kbd keys={commandById('putRight').keys ?? ''} />
      </button>
      {tooSoon ? ' It counts from tomorrow on.' : null}
    </p>
  );
}

interface PutRightProps {
  personId: Id;
  setbacks: readonly Setback[];
  today: CalendarDate;
}

const PROMISED: ReadonlySet<Setback['code']> = new Set(['promiseBroken', 'promiseLongOverdue']);

/** The met requirements that say something new: contact over months implies contact on two days, and that a contact. */
function tellingRungs({ met }: StageAssessment): StageAssessment['met'] {
  const has = (code: StageAssessment['met'][number]['code']) =>
    met.some((requirement) => requirement.code === code);
  return met.filter(
    ({ code }) =>
      !(code === 'contact' && has('twoDates')) && !(code === 'twoDates' && has('contactsOverTime')),
  );
}
