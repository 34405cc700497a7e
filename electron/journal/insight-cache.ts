import { setImmediate as nextTurn } from 'node:timers/promises';
import { balanceOf } from '../../shared/insight/balance';
import { rhythmOf } from '../../shared/insight/rhythm';
import { assessStage } from '../../shared/insight/stage';
import type { Balance, PersonSlice, Rhythm, StageAssessment } from '../../shared/insight/types';
import type { Id, Instant } from '../../shared/model/primitives';
import type { RecordChange } from '../../shared/model/record';
import type { Tables } from './tables';

export interface PersonInsight {
  stage: StageAssessment;
  balance: Balance;
  rhythm: Rhythm;
}

/** Each person's insights as of today, computed when first asked for and again only after a change that concerns them. */
export class InsightCache {
  private readonly byPerson = new Map<Id, PersonInsight>();
  private computedAsOf: Instant = '';

  constructor(
    private readonly tables: Tables,
    private readonly asOf: () => Instant,
  ) {}

  slice(personId: Id): PersonSlice | null {
    const person = this.tables.get('person', personId);
    if (!person) return null;
    return {
      person,
      interactions: this.tables.interactionsOf(personId),
      promises: this.tables.promisesOf(personId),
    };
  }

  of(personId: Id): PersonInsight | null {
    const asOf = this.asOf();
    if (asOf !== this.computedAsOf) {
      // Another day: what was due may be slipping now.
      this.byPerson.clear();
      this.computedAsOf = asOf;
    }
    const known = this.byPerson.get(personId);
    if (known) return known;
    const slice = this.slice(personId);
    if (!slice) return null;
    const insight = {
      stage: assessStage(slice, asOf),
      balance: balanceOf(slice, asOf),
      rhythm: rhythmOf(slice, asOf),
    };
    this.byPerson.set(personId, insight);
    return insight;
  }

  forget(changes: readonly RecordChange[]): void {
    for (const change of changes) {
      if (change.type === 'person') this.byPerson.delete(change.id);
      if (change.type !== 'interaction' && change.type !== 'promise') continue;
      for (const record of [change.before, change.after]) {
        if (!record) continue;
        if ('participants' in record)
          record.participants.forEach(({ personId }) => this.byPerson.delete(personId));
        else this.byPerson.delete(record.personId);
      }
    }
  }

  /** Computes everybody ahead of the first look at the list, one person at a time. */
  async warm(isStopped: () => boolean): Promise<void> {
    for (const person of [...this.tables.all('person')]) {
      if (isStopped()) return;
      this.of(person.id);
      await nextTurn();
    }
  }
}
