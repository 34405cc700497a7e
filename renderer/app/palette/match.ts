import type { Excerpt } from '../../../shared/contract/common';

/** Text as it is compared: without case and accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether every word of what was typed begins a word of the title, or stands inside it. Better matches come first. */
export function matchRank(title: string, typed: string): number | null {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const target = fold(title);
  const starts = target.split(/[^\p{L}\p{N}]+/u);
  let rank = 0;
  for (const word of words) {
    if (starts.some((start) => start.startsWith(word))) rank += target.startsWith(word) ? 0 : 1;
    else if (target.includes(word)) rank += 3;
    else return null;
  }
  return rank;
}

/** How much of a text may stand before the first word that was found, in characters. */
const LEAD = 36;

/** A piece of text cut at its beginning, so that the first word that was found is in sight on one line. */
export function aroundFirstMark({ text, marks }: Excerpt): Excerpt {
  const first = marks[0]?.[0] ?? 0;
  if (first <= LEAD) return { text, marks };
  const space = text.indexOf(' ', first - LEAD);
  const cut = space >= 0 && space < first ? space + 1 : first;
  const shift = cut - 1;
  return { text: `…${text.slice(cut)}`, marks: marks.map(([from, to]) => [from - shift, to - shift]) };
}
