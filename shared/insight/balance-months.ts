/** The balance month by month, for charts (INSIGHTS, "Balance": monthly series). */
import type { Interaction } from '../model/interaction';
import type { Instant } from '../model/primitives';
import { dateOf, monthNumber, monthOf, monthOfNumber } from '../model/time';
import { exchangesWith, interactionRef } from './about-person';
import { heldInteractions } from './as-of';
import { firstMovesIn, sizesOf, talkShareOver } from './balance';
import { twoWayContacts } from './contacts';
import type { BalanceMonth, Contact, EvidenceRef, PersonSlice } from './types';

/**
 * One entry for each calendar month from the first interaction that says something of balance (an exchange, my share of
 * the talking in a spoken contact, or who made the first move) to the month of `asOf`, with none left out. `net` is the
 * running sum of given less received; airtime and initiative are the month's own figures, null when unknown, and are not
 * flagged, however few entries they rest on.
 */
export function balanceByMonth(slice: PersonSlice, asOf: Instant): BalanceMonth[] {
  const held = heldInteractions(slice, asOf);
  const interactions = byMonth(
    held.map(({ interaction }) => interaction),
    (interaction) => dateOf(interaction.at),
  );
  const contacts = byMonth(twoWayContacts(slice, asOf), (contact) => contact.on);
  let net = 0;
  const series = monthSpan([...interactions.keys(), ...contacts.keys()], monthOf(dateOf(asOf))).map(
    (month) => {
      const figures = monthFigures(interactions.get(month) ?? [], contacts.get(month) ?? [], slice);
      net += figures.given - figures.received;
      return { month, ...figures, net };
    },
  );
  const first = series.findIndex(({ evidence }) => evidence.length > 0);
  return first < 0 ? [] : series.slice(first);
}

function byMonth<Item>(items: readonly Item[], dateOfItem: (item: Item) => string): Map<string, Item[]> {
  const months = new Map<string, Item[]>();
  for (const item of items) {
    const month = monthOf(dateOfItem(item));
    const list = months.get(month);
    if (list) list.push(item);
    else months.set(month, [item]);
  }
  return months;
}

/** A year that was mistyped must not make a chart of twenty centuries: nobody has kept a journal for longer. */
const MOST_MONTHS = 100 * 12;

/** All months from the earliest to the latest of those given and `last`, at most the latest hundred years. */
function monthSpan(months: readonly string[], last: string): string[] {
  const numbers = [...months, last].map(monthNumber);
  const end = Math.max(...numbers);
  const start = Math.max(Math.min(...numbers), end - MOST_MONTHS + 1);
  return Array.from({ length: end - start + 1 }, (_, index) => monthOfNumber(start + index));
}

function monthFigures(
  interactions: readonly Interaction[],
  contacts: readonly Contact[],
  { person: { id: personId }, norms }: PersonSlice,
): Omit<BalanceMonth, 'month' | 'net'> {
  const airtime = talkShareOver(contacts, personId, norms.balance);
  const firstMoves = firstMovesIn(interactions);
  const exchanges = interactions.flatMap((interaction) => exchangesWith(interaction, personId));
  const entries = new Set([...airtime.evidence, ...firstMoves.evidence].map(({ id }) => id));
  const evidence: EvidenceRef[] = [
    ...exchanges.map(({ ref }) => ref),
    ...[...entries].map((id) => interactionRef({ id })),
  ];
  return {
    ...sizesOf(exchanges.map(({ exchange }) => exchange)),
    talkShare: airtime.mean,
    initiative: firstMoves.share,
    evidence,
  };
}
