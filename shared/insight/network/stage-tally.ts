/** Who stands where, and how many stood where at the end of each month. */
import type { CalendarDate } from '../../model/primitives';
import { monthNumber, monthOf, monthOfNumber } from '../../model/time';
import type { EvidenceStage } from '../types';
import type { Contribution } from './contribution';
import type { Sign } from './tally';

export interface StageMonth {
  /** `2026-05` */
  month: string;
  know: number;
  like: number;
  trust: number;
}

const YEARS_SHOWN = 5;

/** What changed in a month: `size` is the number of changes. */
interface Changes {
  size: number;
  know: number;
  like: number;
  trust: number;
}

export class StageTally {
  private readonly changes = new Map<string, Changes>();
  private readonly standing: Record<EvidenceStage, number> = { none: 0, know: 0, like: 0, trust: 0 };

  count({ stage, history }: Contribution, sign: Sign): void {
    this.standing[stage] += sign;
    let before: EvidenceStage = 'none';
    for (const point of history) {
      const month = monthOf(point.on);
      const change = this.changes.get(month) ?? { size: 0, know: 0, like: 0, trust: 0 };
      change.size += sign;
      if (before !== 'none') change[before] -= sign;
      if (point.stage !== 'none') change[point.stage] += sign;
      if (change.size === 0) this.changes.delete(month);
      else this.changes.set(month, change);
      before = point.stage;
    }
  }

  now(): Record<EvidenceStage, number> {
    return { ...this.standing };
  }

  /** From the first month on that something changed in, at most five years back. */
  months(today: CalendarDate): StageMonth[] {
    const last = monthOf(today);
    let first = last;
    for (const month of this.changes.keys()) if (month < first) first = month;
    const end = monthNumber(last);
    const start = Math.max(monthNumber(first), end - 12 * YEARS_SHOWN + 1);
    const sums = { know: 0, like: 0, trust: 0 };
    const add = (change: Changes): void => {
      for (const stage of ['know', 'like', 'trust'] as const) sums[stage] += change[stage];
    };
    // What changed earlier is in every sum.
    for (const [month, change] of this.changes) if (monthNumber(month) < start) add(change);
    return Array.from({ length: end - start + 1 }, (_, index) => {
      const month = monthOfNumber(start + index);
      const change = this.changes.get(month);
      if (change) add(change);
      return { month, ...sums };
    });
  }
}
