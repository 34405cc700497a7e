import type { CallOutput } from '../../../shared/contract/contract';
import type { Id } from '../../../shared/model/primitives';
import { FailureError } from '../files/failure-error';
import type { Journal } from '../journal';
import { briefPerson, mayComeTo } from './brief-person';

const MOST_PEOPLE = 60;

/** What came of a gathering, and who may be at the next one with what one would want to know of them. */
export async function gatheringBrief(journal: Journal, id: Id): Promise<CallOutput<'insights.gathering'>> {
  const gathering = journal.tables.get('gathering', id);
  if (!gathering) throw new FailureError({ kind: 'notFound', what: 'gathering' });
  return {
    norms: journal.norms.current().norms.comparison,
    funnel: await journal.network.funnel(gathering),
    mayCome: mayComeTo(journal, id)
      .slice(0, MOST_PEOPLE)
      .map((person) => briefPerson(journal, person)),
  };
}
