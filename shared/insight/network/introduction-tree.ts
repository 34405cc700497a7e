/** Leads as a tree: each person under whoever led the user to them first. */
import type { Id } from '../../model/primitives';
import { byText } from '../as-of';
import type { Lead } from './leads';

/** A person of the tree. The list has everybody after the one they stand under, branch by branch. */
export interface TreePerson {
  id: Id;
  /** Under whom, by index; null: the user's own acquaintance. */
  parent: number | null;
  /** Who told the user to meet them besides, by index. */
  others: number[];
  /** How many stand below, at any depth. */
  below: number;
}

/**
 * Everybody who led or was led to, once. Where several led to somebody, the first one known counts; an introduction that
 * would close a circle does not, and stands with the others. The largest branches come first. The order of the leads
 * changes nothing.
 */
export function introductionTree(leads: Iterable<Lead>): TreePerson[] {
  const { parents, others } = placesOf(leads);
  const people = new Set([...parents.keys(), ...parents.values()]);
  for (const [to, more] of others) for (const id of [to, ...more]) people.add(id);
  const children = new Map<Id | null, Id[]>();
  for (const id of [...people].sort(byText)) {
    const parent = parents.get(id) ?? null;
    const list = children.get(parent);
    if (list) list.push(id);
    else children.set(parent, [id]);
  }
  const below = countBelow(children);
  for (const list of children.values()) list.sort((a, b) => (below.get(b) ?? 0) - (below.get(a) ?? 0));
  return inBranches(children, others, below);
}

const UNDATED = '9999-99-99';

function placesOf(leads: Iterable<Lead>): { parents: Map<Id, Id>; others: Map<Id, Id[]> } {
  const sorted = [...leads]
    .filter(({ by, to }) => by !== to)
    .sort((a, b) => byText(a.on ?? UNDATED, b.on ?? UNDATED) || byText(a.by, b.by) || byText(a.to, b.to));
  const parents = new Map<Id, Id>();
  const others = new Map<Id, Id[]>();
  const above = new Set<Id>();
  for (const { by, to } of sorted) {
    // Under whom nobody stands cannot close a circle: a long chain is not walked up at each step.
    if (!parents.has(to) && !(above.has(to) && standsAbove(to, by, parents))) {
      parents.set(to, by);
      above.add(by);
    } else if (parents.get(to) !== by) {
      const more = others.get(to) ?? [];
      if (!more.includes(by)) others.set(to, [...more, by]);
    }
  }
  return { parents, others };
}

function standsAbove(id: Id, below: Id, parents: ReadonlyMap<Id, Id>): boolean {
  for (let at: Id | undefined = below; at !== undefined; at = parents.get(at)) if (at === id) return true;
  return false;
}

/** Level by level from the user down, then back up: a chain of thousands is no deeper for the machine than one of two. */
function countBelow(children: ReadonlyMap<Id | null, readonly Id[]>): Map<Id, number> {
  const order: { id: Id; parent: Id | null }[] = (children.get(null) ?? []).map((id) => ({
    id,
    parent: null,
  }));
  for (let at = 0; at < order.length; at++) {
    const parent = order[at]?.id ?? null;
    for (const id of children.get(parent) ?? []) order.push({ id, parent });
  }
  const below = new Map<Id, number>();
  for (const { id, parent } of order.reverse()) {
    const own = below.get(id) ?? 0;
    below.set(id, own);
    if (parent !== null) below.set(parent, (below.get(parent) ?? 0) + own + 1);
  }
  return below;
}

function inBranches(
  children: ReadonlyMap<Id | null, readonly Id[]>,
  others: ReadonlyMap<Id, readonly Id[]>,
  below: ReadonlyMap<Id, number>,
): TreePerson[] {
  const places = new Map<Id, number>();
  const tree: TreePerson[] = [];
  const waiting = [...(children.get(null) ?? [])]
    .reverse()
    .map((id) => ({ id, parent: null as number | null }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const place = tree.length;
    places.set(next.id, place);
    tree.push({ ...next, others: [], below: below.get(next.id) ?? 0 });
    for (const id of [...(children.get(next.id) ?? [])].reverse()) waiting.push({ id, parent: place });
  }
  for (const person of tree)
    person.others = (others.get(person.id) ?? []).flatMap((id) => places.get(id) ?? []);
  return tree;
}
