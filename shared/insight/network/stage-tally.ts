/** Who stands where, and how many stood where at the end of each month. */
import type { CalendarDate } from '../../model/primitives';
import { monthOf } from '../../model/time';
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
    const months: StageMonth[] = [];
    const sums = { know: 0, like: 0, trust: 0 };
    for (let month = first; month <= last; month = nextMonth(month)) {
      const change = this.changes.get(month);
      if (change) for (const stage of ['know', 'like', 'trust'] as const) sums[stage] += change[stage];
      months.push({ month, ...sums });
    }
    return months.slice(-12 * YEARS_SHOWN);
  }
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
