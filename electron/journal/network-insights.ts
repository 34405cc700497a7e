import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Surroundings } from '../../shared/insight/breakdown/review';
import { type Contribution, contributionOf } from '../../shared/insight/network/contribution';
import { type GatheringReturns, gatheringReturns } from '../../shared/insight/network/gathering-return';
import { type Overview, overviewOf } from '../../shared/insight/network/overview';
import type { Id, Instant } from '../../shared/model/primitives';
import type { RecordChange } from '../../shared/model/record';
import type { InsightCache } from './insight-cache';
import { leadsToPerson } from './leads';
import type { NormsKeeper } from './norms-keeper';
import { PerPerson } from './per-person';
import type { Tables } from './tables';

/** The figures over everybody: each person's part is kept until a change concerns them, and adding up is quick. */
export class NetworkInsights {
  private readonly people: PerPerson<Contribution>;
  private known: { overview: Overview; returns: GatheringReturns } | null = null;

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
    );
  }

  /** Seasons, and which questions of the bank are about needs. */
  surroundings(): Surroundings {
    const needQuestions = new Set<string>();
    for (const { id, purpose } of this.tables.all('question')) if (purpose === 'need') needQuestions.add(id);
    return { seasons: [...this.tables.all('season')], needQuestions };
  }

  async overview(): Promise<Overview> {
    return (await this.upToDate()).overview;
  }

  async returns(): Promise<GatheringReturns> {
    return (await this.upToDate()).returns;
  }

  /** What each person brings to the figures; the map is live. */
  async everybody(): Promise<ReadonlyMap<Id, Contribution>> {
    await this.renew(this.people.pending());
    return this.people.all();
  }

  /** Computes who is out of date, and adds up. */
  private async upToDate(): Promise<{ overview: Overview; returns: GatheringReturns }> {
    const pending = this.people.pending();
    if (pending.length === 0 && this.known) return this.known;
    await this.renew(pending);
    const [all, asOf] = [[...this.people.all().values()], this.asOf()];
    const { norms } = this.norms.current();
    this.known = {
      overview: overviewOf(all, asOf, norms),
      returns: gatheringReturns(all, this.tables.all('gathering'), asOf, norms),
    };
    return this.known;
  }

  /** One person at a time, so that other calls come between. */
  private async renew(people: readonly Id[]): Promise<void> {
    for (const personId of people) {
      this.people.of(personId);
      await nextTurn();
    }
  }

  forget(changes: readonly RecordChange[]): void {
    this.known = null;
    // They bear on everybody's review.
    if (changes.some(({ type }) => type === 'season' || type === 'question')) this.people.forgetAll();
    else this.people.forget(changes);
  }
}
