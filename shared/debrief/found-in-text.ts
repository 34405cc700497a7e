import type { ExchangeKind } from '../model/interaction';
import type { CalendarDate, Side } from '../model/primitives';
import { type DateOrder, findDue } from './when';

/** Something the words seem to say. It is offered; only the user enters it. */
export type Found =
  | {
      kind: 'promise';
      key: string;
      by: Side;
      /** The other side as the text calls it: a name, or null for "she" and for nobody. */
      name: string | null;
      what: string;
      dueOn: CalendarDate | null;
    }
  | { kind: 'exchange'; key: string; direction: 'given' | 'received'; exchange: ExchangeKind };

/** Reading stops here: a text that long is pasted, and typing must stay fluid. */
const MAX_READ = 20_000;
const MAX_FOUND = 12;

/**
 * Promises and exchanges that the words speak of. Plain patterns over clauses, no guessing: "I promised the checklist by
 * Monday", "she will introduce me to her landlord", "introduced me to Tom". Due days count from `when`, the day of the
 * meeting.
 */
export function findInText(text: string, when: Date, order: DateOrder = 'dayFirst'): Found[] {
  const found = new Map<string, Found>();
  // A pasted text repeats itself; each clause is read once.
  for (const clause of new Set(clausesOf(text.slice(0, MAX_READ)))) {
    if (found.size >= MAX_FOUND) break;
    const item = promiseIn(clause, when, order) ?? exchangeIn(clause);
    if (item && !found.has(item.key)) found.set(item.key, item);
  }
  return [...found.values()];
}

/** Sentences, cut again where a new subject begins: "…; she will …", "… and I promised …". */
function clausesOf(text: string): string[] {
  const subject = String.raw`(?:I|I['’](?:ll|ve|d)|she|he|they|we|(?:she|he|they)['’]ll)`;
  return withoutLinks(text)
    .split(/(?<=[.!?])\s+|[;\n]+/)
    .flatMap((sentence) =>
      sentence.split(
        new RegExp(String.raw`(?:,|\s)\s*(?:and|but|so)\s+(?=${subject}\b)|,\s+(?=${subject}\b)`),
      ),
    )
    .map((clause) => clause.replace(/^[\s\-*>#•]+|[\s.!?,]+$/g, ''))
    .filter((clause) => clause.length > 3 && clause.length < 400);
}

/** `[@Maya](rapport://…)` reads as `Maya`. */
function withoutLinks(text: string): string {
  return text.replace(/\[@?([^\]\n]{1,300})\]\([^)\s]{1,500}\)/g, '$1');
}

const ACTIONS =
  'send|share|forward|introduce|connect|call|ring|phone|write|e-?mail|mail|message|text|ask|check|look|find|get|give|bring|book|set|put|pass|lend|help|invite|recommend|refer|mention|tell|show|review|read|draft|prepare|arrange|organi[sz]e|follow|come|meet|let|make|pay|speak|talk|return|order|try';
const PROMISED = String.raw`(?:promised|agreed|offered|undertook)`;
const NAME = String.raw`\p{Lu}[\p{L}'’\-]+(?:\s\p{Lu}[\p{L}'’\-]+)?`;
const THEM = String.raw`(?:her|him|them|you|${NAME})`;

const MINE = [
  pattern(
    String.raw`\bI(?:\s+have|['’]ve)?(?:\s+also)?\s+${PROMISED}(?:\s+(?<name>${THEM}))?(?:\s+(?:that\s+)?I(?:['’]d|\s+would|\s+will|['’]ll))?\s+(?<what>.+)`,
  ),
  pattern(
    String.raw`\bI\s+(?:said|told\s+(?<name>${THEM}))(?:\s+that)?\s+I(?:['’]d|\s+would|\s+will|['’]ll)\s+(?<what>.+)`,
  ),
  pattern(
    String.raw`\bI(?:\s+will|['’]ll|\s+am\s+going\s+to|['’]m\s+going\s+to|\s+shall)(?:\s+also)?\s+(?<what>(?:${ACTIONS})\b.+)`,
  ),
  pattern(String.raw`^(?:[Ww]ill|[Tt]o do:|TODO:?)\s+(?<what>(?:${ACTIONS})\b.+)`),
];

const THEIRS = [
  pattern(
    String.raw`\b(?<name>[Ss]he|[Hh]e|[Tt]hey|(?!I\b)${NAME})(?:\s+(?:has|have)|['’]s|['’]ve)?(?:\s+also)?\s+${PROMISED}(?:\s+me)?(?:\s+(?:that\s+)?(?:she|he|they)(?:['’]d|\s+would|\s+will|['’]ll))?\s+(?<what>.+)`,
  ),
  pattern(
    String.raw`\b(?<name>[Ss]he|[Hh]e|[Tt]hey|(?!I\b)${NAME})(?:\s+(?:will|is\s+going\s+to|are\s+going\s+to)|['’]ll)(?:\s+also)?\s+(?<what>(?:${ACTIONS})\b.+)`,
  ),
  pattern(String.raw`^[Ww]ill\s+(?<what>(?:${ACTIONS})\s+me\b.*)`),
];

function promiseIn(clause: string, when: Date, order: DateOrder): Found | null {
  // "Will introduce me": theirs, although nobody is named; so theirs are looked for first where I am the object.
  const theirs = firstMatch(clause, THEIRS);
  const mine = firstMatch(clause, MINE);
  if (mine !== null && (theirs === null || !/^[Ww]ill\b/.test(clause)))
    return promise('me', mine, when, order);
  return theirs === null ? null : promise('them', theirs, when, order);
}

function promise(by: Side, said: Said, when: Date, order: DateOrder): Found | null {
  const due = findDue(said.what, when, order);
  const without = due ? `${said.what.slice(0, due.start)} ${said.what.slice(due.end)}` : said.what;
  const what = without
    .replace(/^(?:to|that)\s+/i, '')
    .replace(/\b(?:by|on|before|until|till|due|at the latest|latest by|for|in)\s*$/i, '')
    .replace(/\b(?:by|on|before|until|till)\s{2,}/gi, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:]+|[\s,:]+$/g, '')
    .slice(0, 1_000);
  if (what.length < 3) return null;
  return {
    kind: 'promise',
    key: `promise:${by}:${what.toLowerCase()}`,
    by,
    name: said.name,
    what,
    dueOn: due?.on ?? null,
  };
}

const EXCHANGES: { direction: 'given' | 'received'; exchange: ExchangeKind; says: RegExp[] }[] = [
  received(
    'introduction',
    String.raw`\b(?:introduced|connected)\s+me\s+(?:to|with)\b`,
    String.raw`\bput\s+me\s+in\s+touch\b`,
    String.raw`\b(?:gave|made)\s+me\s+an?\s+(?:\w+\s+)?(?:introduction|intro)\b`,
  ),
  received(
    'advice',
    String.raw`\badvised\s+me\b`,
    String.raw`\b(?:gave|offered)\s+me\s+(?:\w+\s+){0,3}(?:advice|tips?)\b`,
  ),
  received(
    'referral',
    String.raw`\b(?:referred|sent|passed)\s+(?:me\s+(?:a|an|two|three|some)\s+(?:\w+\s+)?(?:client|lead|referral|customer)s?)\b`,
    String.raw`\brecommended\s+me\b`,
  ),
  received('invitation', String.raw`\binvited\s+me\b`),
  received(
    'resource',
    String.raw`\b(?:lent|sent|gave)\s+me\s+(?:(?:a|an|the|her|his|their)\s+)?(?:\w+\s+)?(?:book|template|checklist|article|link|list|guide|contract|slides|deck)\b`,
  ),
  received('favour', String.raw`\bhelped\s+me\b`, String.raw`\bdid\s+me\s+a\s+favou?r\b`),
  received('encouragement', String.raw`\b(?:encouraged|cheered|congratulated)\s+me\b`),
  received(
    'confidence',
    String.raw`\b(?:told|confided)\s+(?:in\s+)?me\s+in\s+confidence\b`,
    String.raw`\bconfided\s+in\s+me\b`,
  ),
  given(
    'introduction',
    String.raw`\bI(?:\s+have|['’]ve)?\s+introduced\s+${THEM}\s+(?:to|with)\b`,
    String.raw`\bI\s+put\s+${THEM}\s+in\s+touch\b`,
    String.raw`\bI\s+(?:gave|made)\s+${THEM}\s+an?\s+(?:\w+\s+)?(?:introduction|intro)\b`,
  ),
  given(
    'advice',
    String.raw`\bI\s+advised\s+${THEM}\b`,
    String.raw`\bI\s+gave\s+${THEM}\s+(?:\w+\s+){0,3}(?:advice|tips?)\b`,
  ),
  given(
    'referral',
    String.raw`\bI\s+(?:referred|recommended)\s+${THEM}\b`,
    String.raw`\bI\s+(?:sent|passed)\s+${THEM}\s+(?:a|an|two|three|some)\s+(?:\w+\s+)?(?:client|lead|referral|customer)s?\b`,
  ),
  given('invitation', String.raw`\bI\s+invited\s+${THEM}\b`),
  given(
    'resource',
    String.raw`\bI\s+(?:lent|sent|gave)\s+${THEM}\s+(?:(?:a|an|the|my|our)\s+)?(?:\w+\s+)?(?:book|template|checklist|article|link|list|guide|contract|slides|deck)\b`,
  ),
  given('favour', String.raw`\bI\s+helped\s+${THEM}\b`),
  given('encouragement', String.raw`\bI\s+(?:encouraged|congratulated)\s+${THEM}\b`),
];

function exchangeIn(clause: string): Found | null {
  const match = EXCHANGES.find(({ says }) => says.some((saying) => saying.test(clause)));
  if (!match) return null;
  const { direction, exchange } = match;
  return { kind: 'exchange', key: `exchange:${direction}:${exchange}`, direction, exchange };
}

function received(exchange: ExchangeKind, ...says: string[]) {
  return { direction: 'received' as const, exchange, says: says.map((one) => new RegExp(one, 'iu')) };
}

function given(exchange: ExchangeKind, ...says: string[]) {
  return { direction: 'given' as const, exchange, says: says.map(pattern) };
}

function pattern(source: string): RegExp {
  return new RegExp(source, 'u');
}

interface Said {
  what: string;
  name: string | null;
}

function firstMatch(clause: string, patterns: readonly RegExp[]): Said | null {
  for (const one of patterns) {
    const groups = one.exec(clause)?.groups;
    const what = groups?.['what'];
    if (what) return { what, name: properName(groups['name']) };
  }
  return null;
}

/** Null for "she", "them" and the like, also at the start of a sentence. */
function properName(name: string | undefined): string | null {
  return name === undefined || /^(?:she|he|they|her|him|them|you)$/i.test(name) ? null : name;
}
