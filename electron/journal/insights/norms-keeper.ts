import { setImmediate as nextTurn } from 'node:timers/promises';
import { type NormName, type Norms, normsWith } from '../../../shared/insight/norms';
import { fixedValues, type NormsInUse, normsInUse } from '../../../shared/insight/norms-in-use';
import {
  type MeasuredNorm,
  type OwnFigure,
  ownFigures,
  type OwnSample,
  ownSampleOf,
  REPLACED_BY_HISTORY,
} from '../../../shared/insight/own-history';
import type { Instant } from '../../../shared/model/primitives';
import type { RecordChange } from '../../../shared/model/record';
import { PerPerson, sliceOf } from '../tables/per-person';
import type { Tables } from '../tables/tables';

/**
 * The norms in use. `current()` is the same object until one of them changes, so that what was counted with them can tell
 * whether it still holds: a save hardly ever moves the middle over everybody.
 */
export class NormsKeeper {
  private readonly samples: PerPerson<OwnSample>;
  private fixed: { values: ReadonlyMap<NormName, number>; norms: Norms } | null = null;
  private inUse: NormsInUse | null = null;
  /** The day for which, and since whose last change, `inUse` was counted; null: again. */
  private countedFor: Instant | null = null;

  constructor(
    private readonly tables: Tables,
    private readonly asOf: () => Instant,
  ) {
    this.samples = new PerPerson(
      tables,
      asOf,
      (personId, now) => {
        const slice = sliceOf(tables, personId, this.fixedNorms().norms);
        return slice && ownSampleOf(slice, now);
      },
      () => this.fixedNorms(),
    );
  }

  current(): NormsInUse {
    const asOf = this.asOf();
    if (this.inUse && this.countedFor === asOf) return this.inUse;
    const { values } = this.fixedNorms();
    const counted = normsInUse(values, this.ownFigures(REPLACED_BY_HISTORY));
    if (!this.inUse || !areEqual(counted, this.inUse)) this.inUse = counted;
    this.countedFor = asOf;
    return this.inUse;
  }

  /** What is usual in this journal, whether it replaces the default or not. */
  ownFigures(of?: readonly MeasuredNorm[]): Map<MeasuredNorm, OwnFigure> {
    return ownFigures([...this.samples.all().values()], this.fixedNorms().norms, of);
  }

  forget(changes: readonly RecordChange[]): void {
    if (changes.some(({ type }) => type === 'ownNorm')) this.fixed = null;
    this.samples.forget(changes);
    this.countedFor = null;
  }

  /** Looks at everybody ahead of the first figure, one person at a time. */
  async warm(isStopped: () => boolean): Promise<void> {
    for (const personId of this.samples.pending()) {
      if (isStopped()) return;
      this.samples.of(personId);
      await nextTurn();
    }
  }

  private fixedNorms(): { values: ReadonlyMap<NormName, number>; norms: Norms } {
    if (!this.fixed) {
      const values = fixedValues(this.tables.all('ownNorm'));
      this.fixed = { values, norms: normsWith(values) };
    }
    return this.fixed;
  }
}

function areEqual(a: NormsInUse, b: NormsInUse): boolean {
  return (
    a.replaced.size === b.replaced.size &&
    [...a.replaced].every(([name, { value, origin }]) => {
      const other = b.replaced.get(name);
      return other?.value === value && other.origin === origin;
    })
  );
}
