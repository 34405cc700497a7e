import { hierarchy, tree } from 'd3-hierarchy';
import type { CallOutput } from '../../../shared/contract/contract';
import type { NetworkPerson } from '../../../shared/contract/network';
import { rankOf } from '../../../shared/insight/ladder';
import type { Contribution } from '../../../shared/insight/network/contribution';
import { introductionTree, type TreePerson } from '../../../shared/insight/network/introduction-tree';
import type { Lead } from '../../../shared/insight/network/leads';
import type { Id } from '../../../shared/model/primitives';
import type { Journal } from '../journal';
import { leadView } from './introductions';

/** As many lines as one reads; the total says how many there are. */
const THANKS_SHOWN = 200;

/** Who led the user to whom, laid out as a tree, and whom there is still to thank. */
export async function networkPage(journal: Journal): Promise<CallOutput<'network.page'>> {
  const everybody = await journal.network.everybody();
  const leads = [...everybody.values()].flatMap((one) => one.leads);
  const people = introductionTree(leads);
  const { places, rootRow, lastRow } = layOut(people);
  const led = ledBy(leads, everybody);
  return {
    today: journal.today(),
    people: people.map((person, index): NetworkPerson => {
      const { id, parent, others, below } = person;
      const stage = everybody.get(id)?.stage ?? 'none';
      const { all = 0, liked = 0 } = led.get(id) ?? {};
      const place = places[index] ?? { depth: 1, row: 0 };
      return { ...journal.personName(id), stage, parent, others, below, led: all, liked, ...place };
    }),
    rootRow,
    lastRow,
    apart: everybody.size - people.length,
    openThanks: openThanks(journal, leads),
  };
}

function ledBy(
  leads: readonly Lead[],
  everybody: ReadonlyMap<Id, Contribution>,
): Map<Id, { all: number; liked: number }> {
  const led = new Map<Id, { all: number; liked: number }>();
  for (const { by, to } of leads) {
    const sums = led.get(by) ?? { all: 0, liked: 0 };
    const reached = rankOf(everybody.get(to)?.best ?? 'none') >= rankOf('like');
    led.set(by, { all: sums.all + 1, liked: sums.liked + (reached ? 1 : 0) });
  }
  return led;
}

function openThanks(journal: Journal, leads: readonly Lead[]): CallOutput<'network.page'>['openThanks'] {
  const open = leads.filter(
    ({ by, thanked, reportedBack }) =>
      !(thanked && reportedBack) && journal.personName(by).standing === 'active',
  );
  const latestFirst = open.sort((a, b) => {
    const [x, y] = [a.on ?? '', b.on ?? ''];
    return x === y ? (a.to < b.to ? -1 : 1) : x < y ? 1 : -1;
  });
  return {
    total: open.length,
    leads: latestFirst.slice(0, THANKS_SHOWN).map((lead) => leadView(journal, lead)),
  };
}

interface Layout {
  places: { depth: number; row: number }[];
  rootRow: number;
  lastRow: number;
}

/** Between people under different ones, in rows; under the same one it is 1. */
const GAP = 1.35;

/** A tidy tree (Reingold and Tilford): nobody over anybody else, each in the middle of those they led to. */
function layOut(people: readonly TreePerson[]): Layout {
  const children = new Map<number | null, number[]>();
  for (const [index, { parent }] of people.entries())
    children.set(parent, [...(children.get(parent) ?? []), index]);
  const user = hierarchy<number | null>(null, (at) => children.get(at));
  const laidOut = tree<number | null>()
    .nodeSize([1, 1])
    .separation((a, b) => (a.parent === b.parent ? 1 : GAP))(user);
  const nodes = laidOut.descendants();
  const first = nodes.reduce((top, { x }) => Math.min(top, x), 0);
  const places: Layout['places'] = [];
  let lastRow = 0;
  for (const { data, depth, x } of nodes) {
    const row = x - first;
    lastRow = Math.max(lastRow, row);
    if (data !== null) places[data] = { depth, row };
  }
  return { places, rootRow: laidOut.x - first, lastRow };
}
