/** Shorter words are not forgiven a typo: too many others are one letter away. */
export const FORGIVEN_FROM = 4;
const TWO_TYPOS_FROM = 8;

/** Whether a typed word is a name, or its beginning, with at most one typo (two from eight letters on). Both folded. */
export function isTypoOf(typed: string, name: string): boolean {
  if (typed.length < FORGIVEN_FROM) return false;
  const allowed = typed.length >= TWO_TYPOS_FROM ? 2 : 1;
  if (typed[0] !== name[0] && typed[1] !== name[0] && typed[0] !== name[1]) return false;
  const lengths = [name.length, typed.length - 1, typed.length, typed.length + 1];
  return lengths.some(
    (length) => length > 0 && length <= name.length && distance(typed, name.slice(0, length)) <= allowed,
  );
}

/** Edits between two words: insert, delete, replace, or swap neighbours (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
