import { foldText } from '../fold-text';
import type { Channel, Person } from '../model/person';

/** How many digits of a phone number tell it from others, whatever stands before them: `+44 20`, `020`, `0044 20`. */
const PHONE_DIGITS = 9;
const FEWEST_DIGITS = 7;

/**
 * What somebody would be recognised by, each in one spelling: the name, e-mail addresses, phone numbers, profile pages.
 * Of a forgotten person only hashes of these are kept.
 */
export function identifiersOf({ name, channels = [] }: Pick<Person, 'name' | 'channels'>): string[] {
  const words = nameWords(name).sort();
  const found = words.length > 0 ? [`name:${words.join(' ')}`] : [];
  return [...new Set([...found, ...channels.flatMap((channel) => addressIdentifier(channel) ?? [])])];
}

/** Their own backups know them by this, whatever they were called then. */
export function idIdentifier(id: string): string {
  return `id:${id}`;
}

/** A name's words as they are compared: `Okonjo, Maya` and `maya OKONJO` have the same. */
export function nameWords(name: string): string[] {
  return foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Null: too little to know anybody by. */
export function addressIdentifier({ kind, value }: Pick<Channel, 'kind' | 'value'>): string | null {
  switch (kind) {
    case 'email':
      return `email:${value.trim().toLowerCase()}`;
    case 'phone': {
      const digits = value.replace(/\D/g, '');
      return digits.length < FEWEST_DIGITS ? null : `phone:${digits.slice(-PHONE_DIGITS)}`;
    }
    case 'web':
    case 'social':
      return pageIdentifier(value);
    default:
      return null;
  }
}

/** `https://www.linkedin.com/in/Maya/?trk=1` is `page:linkedin.com/in/maya`; `@maya` is `handle:maya`. */
function pageIdentifier(value: string): string | null {
  const text = value.trim().toLowerCase();
  const page = pagePath(text);
  if (/^[^\s/]+\.[^\s/]+/.test(page)) return `page:${page}`;
  const handle = text.replace(/^@/, '');
  return handle === '' ? null : `handle:${handle}`;
}

/** A page's address without what may differ between two spellings of it: scheme, `www.`, query, a slash at the end. */
function pagePath(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '');
}
