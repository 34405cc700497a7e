/** Promises of mine. `<subject>` is one of the person's subjects. */
export const promisesByMe: readonly string[] = [
  'Send <first> the comparison of the three ledgers we talked about',
  'Write down the two questions to ask before changing anything about <subject>',
  'Introduce <first> to somebody who has been through it',
  'Send the article on stock counts',
  'Ring back with a straight answer, yes or no',
  'Look at the export <first> sends and say honestly what is wrong with it',
  'Put the dates of the next workshops in an e-mail',
  'Find out what our last client paid for the same thing',
  'Lend <first> the book on pricing',
  'Ask Joost whether their side can read the old format',
  'Send a short note with the figures we guessed at',
  'Save <first> a seat at the next breakfast',
  'Draft the first paragraph about <subject> for the board',
  'Check the deadline and write it down in one line',
];

/** Promises of theirs. */
export const promisesByThem: readonly string[] = [
  'Send me the export by the end of the week',
  'Ask a colleague whether we may talk',
  'Let me know what the board says about <subject>',
  'Send the name of the person who did theirs',
  'Come back with two dates',
  'Try the demo and be rude about it',
  'Send the photographs from the open day',
  'Read my draft and mark what sounds like a brochure',
  'Introduce me to the warehouse manager',
  'Pass on the recipe',
];
