import { formatYearly } from '../../../../shared/words/dates';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date that comes back every year, as people type it: `15 April`, `15 April 1984`, `April 15`, `15.4.1984`,
 * `1984-04-15`, `--04-15`. Answers `1984-04-15` or `--04-15`, or null when it cannot be read.
 */
export function parseYearly(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  if (/^(?:\d{4}|-)-\d{2}-\d{2}$/.test(text)) return text;
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.?\s?(\d{4})?$/.exec(text);
  if (dotted) return yearly(Number(dotted[1]), Number(dotted[2]), dotted[3]);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?([a-z]{3,9})\.?,?(?:\s+(\d{4}))?$/.exec(text);
  if (dayFirst) return yearly(Number(dayFirst[1]), monthNumber(dayFirst[2]), dayFirst[3]);
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$/.exec(text);
  if (monthFirst) return yearly(Number(monthFirst[2]), monthNumber(monthFirst[1]), monthFirst[3]);
  return null;
}

/** The same date as the form shows it: `15 April 1984`. */
export function formatYearlyForForm(on: string): string {
  return formatYearly(on);
}

function monthNumber(word = ''): number {
  return MONTHS.indexOf(word.slice(0, 3)) + 1;
}

function yearly(day: number, month: number, year: string | undefined): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${year ?? '-'}-${two(month)}-${two(day)}`;
}
