/** How often a draft says we, I and you (INSIGHTS, "WE meter"). Information, never a judgement. */

export interface WeMeter {
  /** Counts of the words. */
  we: number;
  me: number;
  you: number;
  /** Shares of the three, 0 to 1; null while none of them is there. */
  shares: { we: number; me: number; you: number } | null;
}

const WE = new Set(['we', 'us', 'our', 'ours', 'ourselves']);
const ME = new Set(['i', 'me', 'my', 'mine', 'myself']);
const YOU = new Set(['you', 'your', 'yours', 'yourself', 'yourselves']);

export function weMeter(text: string): WeMeter {
  const counts = { we: 0, me: 0, you: 0 };
  // "I’m" and "we'll" count by their first word; "US" in capitals is a country.
  for (const word of text.match(/\p{L}+/gu) ?? []) {
    if (word === 'US') continue;
    const lower = word.toLowerCase();
    if (WE.has(lower)) counts.we += 1;
    else if (ME.has(lower)) counts.me += 1;
    else if (YOU.has(lower)) counts.you += 1;
  }
  const all = counts.we + counts.me + counts.you;
  const shares = all === 0 ? null : { we: counts.we / all, me: counts.me / all, you: counts.you / all };
  return { ...counts, shares };
}
