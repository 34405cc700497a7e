import type { PersonStory } from '../story';
import { atWork } from './gifts';

/** What either side may promise in such a relationship. `<subject>` is one of the person's subjects. */
export function promisesFor(person: PersonStory, by: 'me' | 'them'): readonly string[] {
  const everyday = by === 'me' ? byMe : byThem;
  const work = by === 'me' ? workByMe : workByThem;
  return atWork(person) ? [...everyday, ...work] : everyday;
}

const byMe = [
  'Introduce <first> to somebody who has been through it',
  'Ring back with a straight answer, yes or no',
  'Lend <first> the book on asking',
  'Send the photograph from the last time',
  'Ask around about <subject>',
  'Find the name that I could not think of',
  'Write the first lines about <subject>, so that there is something to cross out',
  'Bring back the umbrella',
];

const workByMe = [
  'Send <first> the comparison of the three ledgers we talked about',
  'Write down the two questions to ask before changing anything about <subject>',
  'Send the article on stock counts',
  'Look at the export <first> sends and say honestly what is wrong with it',
  'Put the dates of the next workshops in an e-mail',
  'Find out what our last client paid for the same thing',
  'Ask Joost whether their side can read the old format',
  'Send a short note with the figures we guessed at',
  'Save <first> a seat at the next breakfast',
  'Check the deadline and write it down in one line',
  'Read the clause about <subject> and mark what I do not understand',
  'Say by Friday whether we are the right people for <subject>',
  'Send the template for the stock count',
  'Put <first> in touch with our help desk, by name',
  'Give <first> two references who will be honest',
];

const byThem = [
  'Come back with two dates',
  'Send the photographs from the open day',
  'Pass on the recipe',
  'Ask a colleague whether we may talk',
  'Tell me how <subject> ends',
  'Lend me the record',
];

const workByThem = [
  'Send me the export by the end of the week',
  'Let me know what is decided about <subject>',
  'Send the name of the person who did theirs',
  'Try the demo and be rude about it',
  'Read my draft and mark what sounds like a brochure',
  'Introduce me to the warehouse manager',
  'Write two sentences that we may quote',
  'Find the old contract about <subject>',
  'Ask the bookkeeper what she really does on Fridays',
];
