import { setImmediate as nextTurn } from 'node:timers/promises';
import { balanceOf } from '../../../shared/insight/balance';
import { rhythmOf } from '../../../shared/insight/rhythm';
import { assessStage } from '../../../shared/insight/stage';
import type { Balance, PersonSlice, Rhythm, StageAssessment } from '../../../shared/insight/types';
import type { Id, Instant } from '../../../shared/model/primitives';
import type { RecordChange } from '../../../shared/model/record';
import type { NormsKeeper } from './norms-keeper';
import { peopleOf, PerPerson, sliceOf } from '../tables/per-person';
import type { Tables } from '../tables/tables';

export interface PersonInsight {
  stage: StageAssessment;
  balance: Balance;
  rhythm: Rhythm;
}

/** Slices that are kept: of whoever was looked at last. All of them would be the journal a second time. */
const SLICES_KEPT = 4;

/** Each person's insights as of today, computed when first asked for and again only after a change that concerns them. */
export class InsightCache {
  private readonly people: PerPerson<PersonInsight>;
  /** The latest last. What one call worked out of a slice, the page's next calls find again. */
  private readonly slices = new Map<Id, PersonSlice>();

  constructor(
    private readonly tables: Tables,
    private readonly norms: NormsKeeper,
    private readonly asOf: () => Instant,
  ) {
    this.people = new PerPerson(
      tables,
      asOf,
      (personId, now) => this.compute(personId, now),
      () => norms.current(),
    );
  }

  /** Somebody's records with the norms in use: the same object until one of them changes, as long as it is kept. */
  slice(personId: Id): PersonSlice | null {
    const { norms } = this.norms.current();
    const known = this.slices.get(personId);
    const slice = known?.norms === norms ? known : sliceOf(this.tables, personId, norms);
    if (!slice) return null;
    this.slices.delete(personId);
    this.slices.set(personId, slice);
    const [oldest] = this.slices.keys();
    if (this.slices.size > SLICES_KEPT && oldest !== undefined) this.slices.delete(oldest);
    return slice;
  }

  of(personId: Id): PersonInsight | null {
    return this.people.of(personId);
  }

  /** As of a moment: today's are kept, those of the past are computed for the asking. */
  at(personId: Id, asOf: Instant): PersonInsight | null {
    return asOf === this.asOf() ? this.of(personId) : this.compute(personId, asOf);
  }

  forget(changes: readonly RecordChange[]): void {
    for (const change of changes) for (const personId of peopleOf(change)) this.slices.delete(personId);
    this.people.forget(changes);
  }

  /** Computes everybody ahead of the first look at the list, one person at a time. */
  async warm(isStopped: () => boolean): Promise<void> {
    for (const personId of this.people.pending()) {
      if (isStopped()) return;
      this.of(personId);
      await nextTurn();
    }
  }

  private compute(personId: Id, asOf: Instant): PersonInsight | null {
    const slice = this.slice(personId);
    if (!slice) return null;
    return {
      stage: assessStage(slice, asOf),
      balance: balanceOf(slice, asOf),
      rhythm: rhythmOf(slice, asOf),
    };
  }
}
