import type { Channel } from '../../../../shared/model/person';

/** What may be opened outside: an e-mail address, or a page by https. Null: only to be copied. */
export function addressOf({ kind, value }: Pick<Channel, 'kind' | 'value'>): string | null {
  const text = value.trim();
  if (kind === 'email') return /^[^\s@<>"]+@[^\s@<>"]+$/.test(text) ? `mailto:${encodeURI(text)}` : null;
  if (kind === 'phone') return null;
  if (/^https:\/\/\S+$/i.test(text)) return text;
  // "example.org/maya" as people write it.
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:\/\S*)?$/u.test(text) ? `https://${text}` : null;
}
