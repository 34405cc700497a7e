/** Letters that Unicode does not take apart into a base letter and a mark, and signs that keyboards type in other ways. */
const PLAIN: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ı: 'i',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
};
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');
const MARKS = /\p{M}+/gu;
// eslint-disable-next-line no-control-regex -- exactly the ASCII characters, which need no more than lower case
const ASCII = /^[\x00-\x7f]*$/;

/** Text as search compares it: lower case, without accents, with plain quotes and dashes. `Größe` becomes `grosse`. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(SPECIAL, (sign) => PLAIN[sign] ?? sign);
}

/** The words of a search: all must be found, each may stand inside a longer word. */
export function searchWords(text: string): string[] {
  return [
    ...new Set(
      foldText(text)
        .split(/\s+/)
        .filter((word) => word !== ''),
    ),
  ];
}

/** Where the words stand in the text as it was written: pairs of start and end, in order, not overlapping. */
export function findMarks(text: string, words: readonly string[]): [number, number][] {
  const { folded, originOf } = foldWithOrigin(text);
  const marks: [number, number][] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      marks.push([originOf(at), originOf(at + word.length)]);
    }
  }
  return merge(marks.sort((a, b) => a[0] - b[0] || b[1] - a[1]));
}

/** The folded text, and for each of its characters (and its end) the place in `text` it came from. */
export function foldWithOrigin(text: string): { folded: string; originOf: (at: number) => number } {
  if (ASCII.test(text)) return { folded: text.toLowerCase(), originOf: (at) => at };
  let folded = '';
  const origin: number[] = [];
  for (let at = 0; at < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const piece = foldText(character);
    for (let index = 0; index < piece.length; index++) origin.push(at);
    folded += piece;
    at += character.length;
  }
  origin.push(text.length);
  return { folded, originOf: (at) => origin[at] ?? text.length };
}

function merge(marks: [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [start, end] of marks) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** A piece of the text around its first mark, at most `length` characters, with the marks that fall in it. */
export function excerptOf(
  text: string,
  words: readonly string[],
  length = 240,
): { text: string; marks: [number, number][] } {
  const marks = findMarks(text, words);
  const first = marks[0]?.[0] ?? 0;
  let start = first > length / 2 ? first - Math.floor(length / 3) : 0;
  if (start > 0) start = text.indexOf(' ', start) + 1 || start;
  if (start > first) start = first;
  const end = Math.min(text.length, start + length);
  const lead = start > 0 ? '… ' : '';
  const inside = marks
    .filter(([from, to]) => from >= start && to <= end)
    .map(([from, to]): [number, number] => [from - start + lead.length, to - start + lead.length]);
  return { text: `${lead}${text.slice(start, end)}${end < text.length ? ' …' : ''}`, marks: inside };
}
