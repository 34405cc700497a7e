import { parseUrl } from './origin';

/** Mail programs take these from a link; others (`attach`, `bcc`, …) would do things the user does not see. */
const MAIL_HEADERS = new Set(['subject', 'body', 'cc']);

/**
 * The address to hand to the system, in its normal form, or null when it may not leave the app. Only `https` without a
 * user name in it (`https://bank.example@evil.example`) and plain `mailto` pass. The URL is parsed, never matched by
 * substring.
 */
export function externalUrl(url: string): string | null {
  // Control characters and blanks are dropped silently by URL parsers, and so hide what is really opened.
  if (hasControlOrBlank(url.trim())) return null;
  const parsed = parseUrl(url.trim());
  if (parsed?.protocol === 'https:') return isPlainHttps(parsed) ? parsed.href : null;
  if (parsed?.protocol === 'mailto:') return isPlainMail(parsed) ? parsed.href : null;
  return null;
}

function hasControlOrBlank(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return /[\u0000-\u0020\u007f]/.test(text);
}

function isPlainHttps(url: URL): boolean {
  return url.username === '' && url.password === '' && url.hostname !== '';
}

function isPlainMail(url: URL): boolean {
  if (url.hash !== '' || !/^[^@/\\?&,;]+@[^@/\\?&,;]+$/.test(url.pathname)) return false;
  if (/%0[ad]|%00/i.test(url.pathname)) return false;
  for (const [name, value] of url.searchParams) {
    if (!MAIL_HEADERS.has(name.toLowerCase())) return false;
    // A line break in a header starts a header of its own.
    if (name.toLowerCase() !== 'body' && /[\r\n]/.test(value)) return false;
  }
  return true;
}
