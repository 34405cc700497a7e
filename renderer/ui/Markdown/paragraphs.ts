/** Characters that mean something anywhere in CommonMark: escapes, code, emphasis, links, HTML, entities. */
const MARK = /[\\`*_[\]<>&]/;
/** Lines that are no plain line: headings, lists, rules, fences, code by indenting, a break by two spaces at the end. */
const MARKED_LINE = /^ {0,3}(?:#|[-+=~]|\d{1,9}[.)])|^ *\t|^ {4}| {2}$|[\t\r\0]/m;

/** The paragraphs of a text without Markdown, as CommonMark would read it; null when there may be some in it. */
export function paragraphsOf(text: string): string[] | null {
  if (MARK.test(text) || MARKED_LINE.test(text)) return null;
  return text
    .split(/\n(?: *\n)+/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map(trimSpaces)
        .join('\n')
        .replaceAll(/^\n+|\n+$/g, ''),
    )
    .filter((paragraph) => paragraph !== '');
}

/** Spaces alone: other white space is the user's text. */
function trimSpaces(line: string): string {
  return line.replaceAll(/^ +| +$/g, '');
}
