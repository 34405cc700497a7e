/** Text for a terminal: paragraphs, lists and columns. */

/** Paragraphs of lines with an empty line between two; those without lines are left out. Ends in a line break. */
export function paragraphs(all: readonly (readonly string[])[]): string {
  return `${all
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(printable).join('\n'))
    .join('\n\n')}\n`;
}

export function bullets(lines: readonly string[], mark = '-'): string[] {
  return lines.map((line) => `  ${mark} ${line}`);
}

/** Rows whose cells stand below each other. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

// eslint-disable-next-line no-control-regex -- control characters are what this is about
const CONTROL = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/g;

/** Without what would move the cursor or change colours: somebody else may have written it into a journal. */
export function printable(line: string): string {
  return line.replace(CONTROL, '');
}
