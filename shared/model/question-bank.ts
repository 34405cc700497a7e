import type { Instant, Stage } from './primitives';
import type { Question, QuestionPurpose } from './question';

interface BankEntry {
  /** Part of the record's id. Never reuse a number: journals refer to it. */
  number: number;
  /** A short name for code and tests. */
  key: string;
  purpose: QuestionPurpose;
  /** From which stage on it is natural to ask. Absent: at any time. */
  stage?: Stage;
  text: string;
}

/** The questions that every new journal starts with, our own words, by what they are good for. */
export const questionBank: readonly BankEntry[] = [
  { number: 1, key: 'busy', purpose: 'open', text: 'What has been taking up most of your week?' },
  { number: 2, key: 'brought', purpose: 'open', text: 'What brought you here today?' },
  { number: 3, key: 'proud', purpose: 'open', text: 'What went better than you expected this year?' },
  { number: 4, key: 'misread', purpose: 'open', text: 'What do people usually get wrong about your work?' },
  { number: 5, key: 'goodDay', purpose: 'open', text: 'What does a good working day look like for you?' },
  { number: 6, key: 'change', purpose: 'open', text: 'What has changed in your field since you started?' },
  { number: 7, key: 'curious', purpose: 'open', text: 'What are you curious about at the moment?' },

  { number: 8, key: 'start', purpose: 'story', text: 'How did you come to do this work?' },
  {
    number: 9,
    key: 'turning',
    purpose: 'story',
    text: 'Was there a moment when it could have gone another way?',
  },
  {
    number: 10,
    key: 'first',
    purpose: 'story',
    text: 'Who was your very first client, and how did they find you?',
  },
  { number: 11, key: 'teacher', purpose: 'story', text: 'Who taught you the most, and what did they do?' },
  { number: 12, key: 'place', purpose: 'story', text: 'How did you come to live and work where you do?' },
  {
    number: 13,
    key: 'mistake',
    purpose: 'story',
    stage: 'like',
    text: 'Which mistake are you glad you made early?',
  },
  {
    number: 14,
    key: 'doubt',
    purpose: 'story',
    stage: 'trust',
    text: 'When did you last think of giving it up, and what kept you at it?',
  },

  { number: 15, key: 'hardest', purpose: 'need', text: 'What is the hardest part of your month?' },
  {
    number: 16,
    key: 'handOver',
    purpose: 'need',
    text: 'Which job would you hand over tomorrow if you could?',
  },
  { number: 17, key: 'missing', purpose: 'need', text: 'Whom or what are you looking for at the moment?' },
  {
    number: 18,
    key: 'wait',
    purpose: 'need',
    text: 'What are you waiting for that holds up everything else?',
  },
  {
    number: 19,
    key: 'tried',
    purpose: 'need',
    text: 'What have you tried already, and what came of it?',
  },
  {
    number: 20,
    key: 'cost',
    purpose: 'need',
    stage: 'like',
    text: 'What would be easier for you once that is off your desk?',
  },
  {
    number: 21,
    key: 'nextYear',
    purpose: 'need',
    stage: 'like',
    text: 'What has to be true a year from now for you to call it a good year?',
  },
  {
    number: 22,
    key: 'worry',
    purpose: 'need',
    stage: 'trust',
    text: 'What worries you that you would not put on a slide?',
  },

  { number: 23, key: 'choose', purpose: 'value', text: 'How do you choose the people you work with?' },
  {
    number: 24,
    key: 'worth',
    purpose: 'value',
    text: 'What is the best money you ever spent on your work?',
  },
  {
    number: 25,
    key: 'used',
    purpose: 'value',
    text: 'Who looks after this for you now, and what do they do well?',
  },
  {
    number: 26,
    key: 'matters',
    purpose: 'value',
    text: 'When somebody does good work for you, what do you notice first?',
  },
  {
    number: 27,
    key: 'help',
    purpose: 'value',
    stage: 'like',
    text: 'What could I do, this month, that would be useful to you?',
  },
  {
    number: 28,
    key: 'honest',
    purpose: 'value',
    stage: 'trust',
    text: 'Where do you think I make it harder than it has to be?',
  },

  {
    number: 29,
    key: 'ideal',
    purpose: 'referral',
    text: 'How would I recognise somebody you would love to talk to?',
  },
  {
    number: 30,
    key: 'listen',
    purpose: 'referral',
    text: 'What would I hear a person say that should make me think of you?',
  },
  {
    number: 31,
    key: 'meet',
    purpose: 'referral',
    text: 'Whom else here would you enjoy talking to, and may I introduce you?',
  },
  {
    number: 32,
    key: 'introduceHow',
    purpose: 'referral',
    stage: 'like',
    text: 'How do you like to be introduced, and what should I leave out?',
  },
  {
    number: 33,
    key: 'notFor',
    purpose: 'referral',
    stage: 'like',
    text: 'Whom would you rather I did not send your way?',
  },
  {
    number: 34,
    key: 'vouch',
    purpose: 'referral',
    stage: 'trust',
    text: 'Is there somebody you would be glad for me to meet, and would you introduce us?',
  },

  { number: 35, key: 'weekend', purpose: 'fun', text: 'What do you do when nobody needs you for a day?' },
  {
    number: 36,
    key: 'eat',
    purpose: 'fun',
    text: 'Where do you go when you want to eat really well near here?',
  },
  { number: 37, key: 'learn', purpose: 'fun', text: 'What are you bad at and enjoy all the same?' },
  {
    number: 38,
    key: 'reading',
    purpose: 'fun',
    text: 'What have you read or heard lately that stayed with you?',
  },
  {
    number: 39,
    key: 'job',
    purpose: 'fun',
    text: 'If your line of work did not exist, what would you be doing?',
  },
  { number: 40, key: 'laugh', purpose: 'fun', text: 'What made you laugh this week?' },

  {
    number: 41,
    key: 'lastTime',
    purpose: 'open',
    stage: 'know',
    text: 'How did it turn out, what you told me about last time?',
  },
  { number: 42, key: 'andThen', purpose: 'story', text: 'And what happened then?' },
  { number: 43, key: 'behindIt', purpose: 'need', text: 'What would have to change for that to get easier?' },
];

/** The id of a question of the bank: the same in every journal, so that two journals do not end up with two of each. */
export function bankQuestionId(number: number): string {
  return `01930000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** The bank as records of a new journal. */
export function builtInQuestions({ now, rev }: { now: Instant; rev: string }): Question[] {
  return questionBank.map(({ number, purpose, stage, text }) => ({
    id: bankQuestionId(number),
    createdAt: now,
    updatedAt: now,
    rev,
    text,
    purpose,
    ...(stage && { stage }),
    builtIn: true,
  }));
}
