import { foldWithOrigin, foldText } from '../fold-text';
import type { Channel, Person } from '../model/person';
import type { Id } from '../model/primitives';
import { addressIdentifier, nameWords } from './identifiers';

/** What stands where a name stood. */
export const SOMEBODY = 'somebody';
export const REMOVED = '(removed)';

/**
 * What a person left in other people's words. Whole names and addresses are taken out everywhere; a first or last name by
 * itself only where the record is about them, because elsewhere it may be anybody's.
 */
export interface Traces {
  personId: Id;
  /** Whether a text may hold something of them: quick, and never wrongly no. */
  mayBeIn: (text: string) => boolean;
  /** The text without them. `about`: it stands in a record that names them by id. */
  redact: (text: string, about: boolean) => string;
  /** Whole names and addresses that must not be left in any file. */
  isLeftIn: (text: string) => boolean;
}

type Named = Pick<Person, 'name' | 'nickname' | 'channels'>;

interface Pattern {
  /** Matches folded text. */
  regex: RegExp;
  replacement: string;
  /** A name like “Will” is only one where it is written with a capital. */
  capital: boolean;
  /** Only in records about them. */
  aboutOnly: boolean;
}

/**
 * `versions`: the person now and as they were called before. `others`: everybody else, whose names and addresses must not
 * be damaged: what somebody else is called too is only taken out where the record is about the one to be forgotten.
 */
export function tracesOf(personId: Id, versions: readonly Named[], others: Iterable<Named>): Traces {
  const known = sharedWith(others);
  const names = unique(versions.flatMap(({ name, nickname }) => [name, nickname ?? '']));
  const addresses = versions.flatMap(({ channels = [] }) => channels);
  const patterns = [
    ...addresses.flatMap((channel) => {
      const id = addressIdentifier(channel);
      const source = id === null ? null : addressSource(id);
      if (id === null || source === null) return [];
      return [pattern(source, REMOVED, { aboutOnly: known.addresses.has(id) })];
    }),
    ...names.flatMap((name) => namePatterns(name, known)),
    ...partPatterns(names, known.words),
  ];
  const hints = hintsOf(names, addresses);
  const everywhere = patterns.filter(({ aboutOnly }) => !aboutOnly);
  return {
    personId,
    mayBeIn: (text) => text.includes(personId) || areIn(hints, foldText(text)),
    redact: (text, about) => redact(withoutMentions(text, personId), about ? patterns : everywhere),
    isLeftIn: (text) => {
      if (text.includes(personId)) return true;
      const folded = foldText(text);
      return everywhere.some(({ regex, capital }) => !capital && folded.search(regex) >= 0);
    },
  };
}

/** Names and addresses that other people have too. */
function sharedWith(others: Iterable<Named>) {
  const names = new Set<string>();
  const words = new Set<string>();
  const addresses = new Set<string>();
  for (const { name, nickname, channels = [] } of others) {
    for (const text of [name, nickname ?? '']) {
      names.add(nameWords(text).join(' '));
      for (const word of nameWords(text)) words.add(word);
    }
    for (const channel of channels) addresses.add(addressIdentifier(channel) ?? '');
  }
  return { names, words, addresses };
}

function namePatterns(name: string, known: ReturnType<typeof sharedWith>): Pattern[] {
  const words = nameWords(name);
  const [first] = words;
  if (first === undefined) return [];
  const aboutOnly = known.names.has(words.join(' ')) || (words.length === 1 && known.words.has(first));
  const options = { aboutOnly, capital: words.length === 1 && /^\p{Lu}/u.test(name.trim()) };
  const last = words.at(-1) ?? '';
  // `Okonjo, Maya` as well; the space between may be a line break, or marks of emphasis.
  const orders = words.length > 1 ? [words, [last, ...words.slice(0, -1)]] : [words];
  return orders.map((order) => pattern(order.map(escaped).join(BETWEEN), SOMEBODY, options));
}

/** First and last names by themselves, unless somebody else is called so too. */
function partPatterns(names: readonly string[], known: ReadonlySet<string>): Pattern[] {
  const parts = names.flatMap((name) =>
    name
      .split(/[^\p{L}\p{N}]+/u)
      .filter((part) => part.length >= 3 && !PARTICLES.has(foldText(part)) && !known.has(foldText(part))),
  );
  return unique(parts).map((part) =>
    pattern(escaped(foldText(part)), SOMEBODY, { aboutOnly: true, capital: /^\p{Lu}/u.test(part) }),
  );
}

const PARTICLES = new Set(
  'van von der den del des dos das della bin ibn al ben the and mrs prof dr jun sen sir'.split(' '),
);
const BETWEEN = String.raw`[^\p{L}\p{N}]{1,4}`;
/** Scripts that are written without spaces: there a name ends where it ends. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function pattern(
  source: string,
  replacement: string,
  { aboutOnly = false, capital = false }: { aboutOnly?: boolean; capital?: boolean },
): Pattern {
  const bounded = UNSPACED.test(source) ? source : String.raw`(?<![\p{L}\p{N}])(?:${source})(?![\p{L}\p{N}])`;
  return { regex: new RegExp(bounded, 'gu'), replacement, aboutOnly, capital };
}

/** How an address may be written in somebody's notes. */
function addressSource(identifier: string): string | null {
  const colon = identifier.indexOf(':');
  const value = identifier.slice(colon + 1);
  switch (identifier.slice(0, colon)) {
    case 'phone':
      // Whatever stands before the digits that tell it apart: a country, an area, brackets.
      return String.raw`\+?(?:\d[\s().\/-]*){0,6}\(?${value.split('').join(String.raw`[\s().\/-]*`)}`;
    case 'page':
      return String.raw`(?:https?:\/\/)?(?:www\.)?${escaped(value)}\/?`;
    case 'handle':
      return value.length < 3 ? null : `@?${escaped(value)}`;
    default:
      return escaped(foldText(value));
  }
}

interface Hints {
  /** Pieces that are in every spelling of a name or an address. */
  pieces: string[];
  /** Digits, however they are set apart. */
  digits: string[];
}

function hintsOf(names: readonly string[], addresses: readonly Channel[]): Hints {
  const values = addresses.map((channel) => {
    const id = addressIdentifier(channel) ?? ':';
    const colon = id.indexOf(':');
    return { kind: id.slice(0, colon), value: id.slice(colon + 1) };
  });
  const written = values.filter(({ kind }) => kind !== 'phone').map(({ value }) => foldText(value));
  return {
    pieces: unique([...names.map((name) => longest(nameWords(name))), ...written]),
    digits: values.filter(({ kind }) => kind === 'phone').map(({ value }) => value),
  };
}

function areIn({ pieces, digits }: Hints, folded: string): boolean {
  if (pieces.some((piece) => folded.includes(piece))) return true;
  if (digits.length === 0) return false;
  const together = folded.replace(/[\s()./-]+/g, '');
  return digits.some((number) => together.includes(number));
}

function redact(text: string, patterns: readonly Pattern[]): string {
  let result = text;
  for (const { regex, replacement, capital } of patterns) {
    const { folded, origin } = foldWithOrigin(result);
    let redacted = '';
    let at = 0;
    for (const match of folded.matchAll(regex)) {
      const start = origin[match.index] ?? 0;
      const end = origin[match.index + match[0].length] ?? result.length;
      if (start < at || (capital && !/^[^\p{L}]*\p{Lu}/u.test(result.slice(start, end)))) continue;
      redacted += result.slice(at, start) + atPlace(replacement, result.slice(0, start));
      at = end;
    }
    result = redacted + result.slice(at);
  }
  return result;
}

/** With a capital at the start of a sentence. */
function atPlace(replacement: string, before: string): string {
  const opens = /(?:^|[.!?:]\s+|\n\s*(?:[-*>]\s+)?)$/u.test(before);
  return opens ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement;
}

/** A mention is a link to the person: the words of it go with it. */
function withoutMentions(text: string, personId: Id): string {
  if (!text.includes(personId)) return text;
  const link = new RegExp(String.raw`\[(?:[^\]\\]|\\.)*\]\([^()\s]*${personId}[^()\s]*\)`, 'g');
  return text
    .replace(link, SOMEBODY)
    .replace(new RegExp(String.raw`(?:rapport:\/\/person\/)?${personId}`, 'g'), SOMEBODY);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}

function longest(words: readonly string[]): string {
  return words.reduce((best, word) => (word.length > best.length ? word : best), '');
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text) => text !== ''))];
}
