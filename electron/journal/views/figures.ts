import type { CallOutput, ParsedInput } from '../../../shared/contract/contract';
import type { EvidenceRef } from '../../../shared/insight/types';
import type { Journal } from '../journal';
import { behindSpent } from './time-spent';

/** As many as one can look through; the figure itself says how many there are. */
const MOST_PEOPLE = 500;
const MOST_RECORDS = 200;

/** Whom or what a figure over everybody was counted from, the latest entries first. */
export async function behindFigure(
  journal: Journal,
  { figure }: ParsedInput<'insights.behind'>,
): Promise<CallOutput<'insights.behind'>> {
  switch (figure.kind) {
    case 'stage':
    case 'balance':
    case 'connect':
    case 'door':
    case 'purpose':
    case 'reason':
    case 'likedLately': {
      const people = await journal.network.peopleBehind(figure);
      return { kind: 'people', total: people.length, people: people.slice(0, MOST_PEOPLE) };
    }
    case 'channel':
    case 'money':
    case 'week':
      return behindSpent(journal, figure);
    default: {
      const refs = await journal.network.recordsBehind(figure);
      return { kind: 'records', total: refs.length, refs: latestFirst(journal, refs).slice(0, MOST_RECORDS) };
    }
  }
}

function latestFirst({ tables }: Journal, refs: readonly EvidenceRef[]): EvidenceRef[] {
  const dayOf = ({ kind, id }: EvidenceRef): number =>
    Date.parse(
      (kind === 'promise' ? tables.get('promise', id)?.madeOn : tables.get('interaction', id)?.at) ?? '',
    ) || 0;
  return refs
    .map((ref) => ({ ref, ms: dayOf(ref) }))
    .sort((a, b) => b.ms - a.ms || (a.ref.id < b.ref.id ? 1 : -1))
    .map(({ ref }) => ref);
}
