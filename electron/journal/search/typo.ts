/** Shorter words are not forgiven a typo: too many others are one letter away. */
export const FORGIVEN_FROM = 4;
const TWO_TYPOS_FROM = 8;

/** Whether a typed word is a name, or its beginning, with at most one typo (two from eight letters on). Both folded. */
export function isTypoOf(typed: string, name: string): boolean {
  if (typed.length < FORGIVEN_FROM) return false;
  const allowed = typed.length >= TWO_TYPOS_FROM ? 2 : 1;
  if (typed[0] !== name[0] && typed[1] !== name[0] && typed[0] !== name[1]) return false;
  // One more or one fewer letter of the name: its beginning; more of it only when it ends there.
  const beginning = name.slice(0, typed.length + allowed);
  const edits = editsToBeginnings(typed, beginning, allowed);
  if (edits === null) return false;
  const isWhole = beginning.length === name.length && (edits[name.length] ?? Infinity) <= allowed;
  return isWhole || [-1, 0, 1].some((more) => (edits[typed.length + more] ?? Infinity) <= allowed);
}

/**
 * For each length of a beginning of `name`, the edits between it and the whole of `typed`: insert, delete, replace, or
 * swap neighbours (optimal string alignment). Null as soon as all would be more than allowed.
 */
function editsToBeginnings(typed: string, name: string, allowed: number): number[] | null {
  let before: number[] = [];
  let last = Array.from({ length: name.length + 1 }, (_, index) => index);
  let leastBefore = 0;
  for (let i = 1; i <= typed.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= name.length; j++) {
      const cost = typed[i - 1] === name[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && typed[i - 1] === name[j - 2] && typed[i - 2] === name[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
      if (best < least) least = best;
    }
    // A swap goes back over two rows.
    if (least > allowed && leastBefore > allowed) return null;
    leastBefore = least;
    before = last;
    last = row;
  }
  return last;
}
