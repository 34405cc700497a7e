import type { NetworkPage, NetworkPerson } from '../../../shared/contract/network';
import { evidenceStageLabels, standingLabels } from '../../../shared/words/labels';
import { count, listWords } from '../../../shared/words/spans';

/** What the picture says, in one sentence: whoever led to the most people, and how far those came. */
export function networkFinding(people: readonly NetworkPerson[]): string {
  const most = Math.max(0, ...people.map(({ led }) => led));
  const first = people.filter(({ led }) => led === most);
  const [one] = first;
  if (!one || most === 0) return 'No introduction has been noted yet';
  if (first.length > 1)
    return `${listWords(first.slice(0, 3).map(({ name }) => name))}${first.length > 3 ? ` and ${first.length - 3} more` : ''} led you to ${count(most, 'person', 'people')} each`;
  return `${one.name} led you to ${count(most, 'person', 'people')}, ${one.liked} of them reached Like`;
}

/** Who is in the picture, and who is not. */
export function networkSummary({ people, apart }: Pick<NetworkPage, 'people' | 'apart'>): string {
  const led = people.filter(({ parent, others }) => parent !== null || others.length > 0).length;
  const openers = people.filter((person) => person.led > 0).length;
  const words = `${count(openers, 'person', 'people')} led you to ${led}`;
  return apart === 0
    ? words
    : `${words}; ${count(apart, 'person', 'people')} whom you met otherwise ${apart === 1 ? 'is' : 'are'} not drawn`;
}

/** "Ruth Adler, Trust, introduced by Walter Finch, led you to 7 people" */
export function personWords(index: number, people: readonly NetworkPerson[]): string {
  const person = people[index];
  if (!person)
    return `You, ${count(people.filter(({ parent }) => parent === null).length, 'branch', 'branches')}`;
  return [person.name, ...factsOf(person, people)].join(', ');
}

/** What is to be said of somebody beside the name. */
export function factsOf(person: NetworkPerson, people: readonly NetworkPerson[]): string[] {
  const introducers = [person.parent, ...person.others].flatMap((at) =>
    at === null ? [] : (people[at]?.name ?? []),
  );
  return [
    ...(person.standing === 'active' ? [] : [standingLabels[person.standing].toLowerCase()]),
    person.stage === 'none' ? evidenceStageLabels.none.toLowerCase() : evidenceStageLabels[person.stage],
    ...(introducers.length > 0 ? [`introduced by ${listWords(introducers)}`] : []),
    ...(person.led > 0 ? [`led you to ${count(person.led, 'person', 'people')}`] : []),
  ];
}
