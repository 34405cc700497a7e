/** Links and pictures: their words stay, their addresses go. */
const LINK = /!?\[([^\]\n]*)\]\([^)\n]*\)/g;
/** Marks of headings, quotes, lists and fences at the start of a line. */
const LINE_MARKS = /^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|```.*$)/gm;
const EMPHASIS = /(\*\*|__|~~|`|\*)(?=\S)(.+?)(?<=\S)\1/g;

/** Markdown as it reads: what search looks through and what excerpts show. Not a renderer: only marks are taken off. */
export function plainText(markdown: string): string {
  return markdown.replace(LINK, '$1').replace(LINE_MARKS, '').replace(EMPHASIS, '$2');
}
