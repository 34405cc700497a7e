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
