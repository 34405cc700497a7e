/** The figures over everybody, added up from each person's contribution (INSIGHTS, "Blind spots" and "Others"). */
import type { Instant } from '../../model/primitives';
import { dateOf } from '../../model/time';
import type { Norms } from '../norms';
import type { EvidenceStage } from '../types';
import type { Contribution } from './contribution';
import { type EndingFigures, EndingTally } from './ending-tally';
import { type MannerFigures, MannerTally } from './manner-tally';
import { type PeopleFigures, PeopleTally } from './people-tally';
import { type StageMonth, StageTally } from './stage-tally';
import type { Sign } from './tally';

/** Counts only: what each was counted from is found by `behind` when somebody asks. */
export interface Overview extends PeopleFigures, EndingFigures, MannerFigures {
  /** What it was counted with. */
  norms: Norms['comparison'];
  /** Give and take were judged by these. */
  balanceNorms: Norms['balance'];
  stages: StageMonth[];
  now: Record<EvidenceStage, number>;
}

/**
 * The overview, kept up to date person by person: taking back what somebody brought and counting what they bring now gives
 * exactly what counting everybody anew would.
 */
export class RunningOverview {
  private readonly stages = new StageTally();
  private readonly people = new PeopleTally();
  private readonly endings = new EndingTally();
  private readonly manners = new MannerTally();

  count(one: Contribution, sign: Sign): void {
    for (const tally of [this.stages, this.people, this.endings, this.manners]) tally.count(one, sign);
  }

  /** `asOf` and `norms` are those that the contributions were made with. */
  overview(asOf: Instant, { comparison: norms, balance: balanceNorms }: Norms): Overview {
    return {
      norms,
      balanceNorms,
      ...this.people.figures(norms),
      ...this.endings.figures(norms),
      ...this.manners.figures(norms),
      stages: this.stages.months(dateOf(asOf)),
      now: this.stages.now(),
    };
  }
}

export function overviewOf(contributions: Iterable<Contribution>, asOf: Instant, norms: Norms): Overview {
  const running = new RunningOverview();
  for (const one of contributions) running.count(one, 1);
  return running.overview(asOf, norms);
}
