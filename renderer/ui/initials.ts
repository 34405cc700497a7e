/** Up to two letters for a round mark: "MO" of "Maya Okonjo". Whole characters, so that no emoji is cut in half. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s,]+/u).filter((word) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word));
  const [first, last] = [words[0], words.length > 1 ? words[words.length - 1] : undefined];
  return [first, last].map(firstCharacter).join('').toUpperCase();
}

function firstCharacter(word: string | undefined): string {
  if (word === undefined) return '';
  const letters = word.replace(/^[^\p{L}\p{N}\p{Extended_Pictographic}]+/u, '');
  const code = letters.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}
