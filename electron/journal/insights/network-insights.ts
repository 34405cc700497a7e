import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Surroundings } from '../../../shared/insight/breakdown/review';
import { type Contribution, contributionOf } from '../../../shared/insight/network/contribution';
import {
  peopleBehind,
  type PeopleFigure,
  recordsBehind,
  type RecordFigure,
} from '../../../shared/insight/network/figures';
import {
  compareGatherings,
  type Funnel,
  funnelOf,
  type GatheringReturns,
  MetAtGatherings,
} from '../../../shared/insight/network/gathering-return';
import { type Overview, RunningOverview } from '../../../shared/insight/network/overview';
import type { AskedOf } from '../../../shared/insight/question-use';
import type { EvidenceRef } from '../../../shared/insight/types';
import type { Gathering } from '../../../shared/model/gathering';
import type { Id, Instant } from '../../../shared/model/primitives';
import type { RecordChange } from '../../../shared/model/record';
import type { InsightCache } from './insight-cache';
import { leadsToPerson } from './leads';
import type { NormsKeeper } from './norms-keeper';
import { PerPerson } from '../tables/per-person';
import type { Tables } from '../tables/tables';

/**
 * The figures over everybody. Each person's part is kept until a change concerns them; then their former part is taken
 * back from the sums and the new one counted, so that an entry costs the people in it and not the journal.
 */
export class NetworkInsights {
  private readonly people: PerPerson<Contribution>;
  private running = new RunningOverview();
  private metAt = new MetAtGatherings();

  constructor(
    private readonly tables: Tables,
    insights: InsightCache,
    private readonly norms: NormsKeeper,
    private readonly asOf: () => Instant,
  ) {
    this.people = new PerPerson(
      tables,
      asOf,
      (personId, now) => {
        const slice = insights.slice(personId);
        if (!slice) return null;
        return contributionOf(slice, leadsToPerson(tables, slice.person, now), this.surroundings(), now);
      },
      () => norms.current(),
      {
        replaced: (former, latter) => {
          for (const sums of [this.running, this.metAt]) {
            if (former) sums.count(former, -1);
            if (latter) sums.count(latter, 1);
          }
        },
        emptied: () => {
          this.running = new RunningOverview();
          this.metAt = new MetAtGatherings();
        },
      },
    );
  }

  /** Seasons, and which questions of the bank are about needs. */
  surroundings(): Surroundings {
    const needQuestions = new Set<string>();
    for (const { id, purpose } of this.tables.all('question')) if (purpose === 'need') needQuestions.add(id);
    return { seasons: [...this.tables.all('season')], needQuestions };
  }

  async overview(): Promise<Overview> {
    await this.warm();
    return this.running.overview(this.asOf(), this.norms.current().norms);
  }

  async peopleBehind(figure: PeopleFigure): Promise<Id[]> {
    await this.warm();
    return peopleBehind(this.people.all().values(), figure);
  }

  async recordsBehind(figure: RecordFigure): Promise<EvidenceRef[]> {
    await this.warm();
    return recordsBehind(this.people.all().values(), figure);
  }

  /** Null before it took place. */
  async funnel(gathering: Gathering): Promise<Funnel | null> {
    await this.warm();
    return funnelOf(gathering, this.metAt, this.asOf(), this.norms.current().norms);
  }

  /** What each person was asked. */
  async questions(): Promise<AskedOf[]> {
    await this.warm();
    return [...this.people.all().values()].map(({ personId, questions }) => ({ personId, asked: questions }));
  }

  async returns(): Promise<GatheringReturns> {
    await this.warm();
    const { norms } = this.norms.current();
    return compareGatherings(this.tables.all('gathering'), this.metAt, this.asOf(), norms);
  }

  /** What each person brings to the figures; the map is live. */
  async everybody(): Promise<ReadonlyMap<Id, Contribution>> {
    await this.warm();
    return this.people.all();
  }

  /** Computes whoever is out of date, one person at a time; a change that comes meanwhile is taken along. */
  async warm(isStopped: () => boolean = () => false): Promise<void> {
    for (let pending = this.people.pending(); pending.length > 0; pending = this.people.pending()) {
      for (const personId of pending) {
        if (isStopped()) return;
        this.people.of(personId);
        await nextTurn();
      }
    }
  }

  forget(changes: readonly RecordChange[]): void {
    if (changes.some(bearsOnEverybody)) this.people.forgetAll();
    else this.people.forget(changes);
  }
}

/** Seasons, and the questions about needs, are part of everybody's review. */
function bearsOnEverybody(change: RecordChange): boolean {
  if (change.type === 'season') return true;
  if (change.type !== 'question') return false;
  return (change.before?.purpose === 'need') !== (change.after?.purpose === 'need');
}
