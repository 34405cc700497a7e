/** A mention being typed: "@may" before the caret. `start` is where the @ stands. */
export interface TypedMention {
  start: number;
  query: string;
}

const LONGEST = 40;

/** The mention that the caret stands in, if any: an @ after a space or at the start, and at most three words. */
export function mentionAt(text: string, caret: number): TypedMention | null {
  const before = text.slice(Math.max(0, caret - LONGEST - 2), caret);
  const match = /(?:^|[\s(“"])@((?:[\p{L}\p{N}.'’-]+ ?){0,3})$/u.exec(before);
  if (!match) return null;
  const query = match[1] ?? '';
  // An e-mail address has something before its @; a cut-off start of the text has not.
  if (match.index === 0 && !/^[\s(“"]/.test(match[0]) && caret - before.length > 0) return null;
  return { start: caret - query.length - 1, query: query.trimEnd() };
}

/** The mention as Markdown: a link to the person, which is not renamed when the name is written differently later. */
export function mentionLink(person: { id: string; name: string }): string {
  return `[@${person.name.replace(/[[\]\\]/g, '\\$&')}](rapport://person/${person.id})`;
}
