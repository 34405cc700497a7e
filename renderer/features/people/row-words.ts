import type { PersonRow } from '../../../shared/contract/people';
import { assertNever } from '../../../shared/assert-never';
import { evidenceStageLabels, rhythmStateLabels } from '../../../shared/words/labels';
import { daysAgo, everyDays } from '../../../shared/words/spans';

/** "Tax adviser, Okonjo & Reed" */
export function workWords(row: Pick<PersonRow, 'role' | 'organisation'>): string {
  return [row.role, row.organisation].filter((part) => part !== undefined && part !== '').join(', ');
}

/** "you feel Trust", only where the user's own read differs from the evidence. */
export function readWords(row: Pick<PersonRow, 'stage' | 'read'>): string | null {
  if (row.read === null || row.read === row.stage) return null;
  return `your read: ${evidenceStageLabels[row.read]}`;
}

export interface RhythmWords {
  /** "Due" */
  state: string;
  /** "31 days ago, usually every 24 days"; empty without a contact. */
  reason: string;
  tone: 'calm' | 'soon' | 'late' | 'quiet';
}

/** The rhythm in words, with the figures that it was decided by. */
export function rhythmWords(row: Pick<PersonRow, 'rhythm' | 'gapDays' | 'expectedDays'>): RhythmWords {
  const state = rhythmStateLabels[row.rhythm];
  const ago = row.gapDays === null ? '' : daysAgo(row.gapDays);
  const reason =
    ago === '' || row.rhythm === 'quiet' ? ago : `${ago}, usually ${everyDays(row.expectedDays)}`;
  return { state, reason, tone: toneOf(row.rhythm) };
}

function toneOf(rhythm: PersonRow['rhythm']): RhythmWords['tone'] {
  switch (rhythm) {
    case 'onRhythm':
      return 'calm';
    case 'due':
      return 'soon';
    case 'slipping':
    case 'drifting':
      return 'late';
    case 'dormant':
    case 'quiet':
    case 'never':
      return 'quiet';
    default:
      return assertNever(rhythm);
  }
}

/** "17 given, 10 received", or null when nothing was noted. */
export function giveAndTakeWords(row: Pick<PersonRow, 'given' | 'received'>): string | null {
  if (row.given === 0 && row.received === 0) return null;
  return `${row.given} given, ${row.received} received`;
}

/** What fits in a row, and how many more there are. */
export function firstOf<T>(items: readonly T[], fit: number): { shown: readonly T[]; more: number } {
  // One that is left out costs as much room as showing it.
  if (items.length <= fit + 1) return { shown: items, more: 0 };
  return { shown: items.slice(0, fit), more: items.length - fit };
}
