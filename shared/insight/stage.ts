/** How a relationship stands: none, Know, Like or Trust, by the evidence and by my own read (INSIGHTS, "Stage"). */
import { dateOf } from '../model/time';
import { rankOf, requirementsOf, STAGES } from './ladder';
import { perSlice } from './per-slice';
import { rhythmOf } from './rhythm';
import { setbacksIn } from './setbacks';
import type { StageState } from './stage-engine';
import { evidenceOn, passThrough } from './stage-engine';
import type { PersonSlice, StageAssessment } from './types';

/**
 * The stage as of a moment, with what it rests on. `met` holds every requirement that is met, of whatever stage; `missing`
 * what the stage after the earned one still asks for, so it is empty when only a setback or silence stands in the way.
 */
export const assessStage = perSlice((slice: PersonSlice, asOf): StageAssessment => {
  const state = passThrough(slice, asOf);
  const { evidence, earned, bySetbacks, bySilence, silentDays } = evidenceOn(state, dateOf(asOf));
  const requirements = requirementsOf(state.figures);
  const next = STAGES[rankOf(earned) + 1];
  const read = readOf(state);
  const rhythm = rhythmOf(slice, asOf).state;
  return {
    evidence,
    earned,
    read,
    readAboveEvidence: read !== null && rankOf(read.stage) > rankOf(evidence),
    fading: rhythm === 'drifting' || rhythm === 'dormant',
    met: requirements.filter(({ met }) => met),
    missing: requirements.filter(({ met, stage }) => !met && stage === next),
    setbacks: setbacksIn(state.ledger),
    lowered: { bySetbacks, bySilence, silentDays },
  };
});

function readOf({ read }: StageState): StageAssessment['read'] {
  return read?.stageRead === undefined
    ? null
    : { stage: read.stageRead, at: read.at, interactionId: read.id };
}
