import type { CallOutput } from '../../../shared/contract/contract';
import type { IntroductionView, LeadView } from '../../../shared/contract/introductions';
import type { Lead } from '../../../shared/insight/network/leads';
import type { Introduction, PersonOrMe } from '../../../shared/model/introduction';
import type { Id, Instant } from '../../../shared/model/primitives';
import { epochMs } from '../../../shared/model/time';
import { FailureError } from '../files/failure-error';
import type { Journal } from '../journal';
import { leadsFrom, leadsToPerson, pairingsOfPerson } from '../insights/leads';
import { requirePerson } from './person';

/** Who introduced whom, as far as this person has a part in it. */
export function introductionsOf(journal: Journal, id: Id, asOf: Instant): CallOutput<'introductions.of'> {
  const person = requirePerson(journal, id);
  const { tables } = journal;
  return {
    introducers: leadsToPerson(tables, person, asOf).map((lead) => leadView(journal, lead)),
    ledTo: leadsFrom(tables, person, asOf).map((lead) => leadView(journal, lead)),
    made: pairingsOfPerson(tables, person, asOf).map((pairing) => ({
      person: journal.personName(pairing.other),
      pairing,
    })),
    others: tables
      .introductionsOf(id)
      .filter(({ by, a, b, at }) => ![by, a, b].includes('me') && epochMs(at) <= epochMs(asOf))
      .sort((x, y) => epochMs(x.at) - epochMs(y.at))
      .map((introduction) => introductionView(journal, introduction)),
  };
}

export function leadView(journal: Journal, lead: Lead): LeadView {
  return { by: journal.personName(lead.by), to: journal.personName(lead.to), lead };
}

export function getIntroduction(journal: Journal, id: Id): IntroductionView {
  const introduction = journal.tables.get('introduction', id);
  if (!introduction) throw new FailureError({ kind: 'notFound', what: 'introduction' });
  return introductionView(journal, introduction);
}

function introductionView(journal: Journal, introduction: Introduction): IntroductionView {
  const nameOf = (who: PersonOrMe) => (who === 'me' ? null : journal.personName(who));
  return {
    introduction,
    by: nameOf(introduction.by),
    a: nameOf(introduction.a),
    b: nameOf(introduction.b),
  };
}

/** "Walter Finch introduced you to Maya Okonjo" */
export function introductionSentence(journal: Journal, { by, a, b }: Introduction): string {
  const nameOf = (who: PersonOrMe) => (who === 'me' ? 'you' : journal.personName(who).name);
  const [first, second] = b === 'me' ? [b, a] : [a, b];
  return `${by === 'me' ? 'You' : nameOf(by)} introduced ${nameOf(first)} to ${nameOf(second)}`;
}
