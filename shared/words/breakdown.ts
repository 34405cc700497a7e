import type { Sign, SignCode, Strength } from '../insight/breakdown/review';
import type { BreakdownReason } from '../model/person';
import { oneDecimal, count, spanWords, times } from './spans';
import { percent } from './labels';

/** Why a connection broke down, in neutral words: what happened, never what somebody is. */
export const reasonLabels: Record<BreakdownReason, string> = {
  noConnection: 'No real connection',
  oneSidedHelp: 'They helped more than you could help them',
  incumbent: 'Somebody else already does it for them',
  tooMuchSelling: 'Too much selling, too soon',
  noNeed: 'No need was found',
  valueUnseen: 'They did not see the value',
  brokenPromise: 'A promise was not kept',
  slowFollowUp: 'The follow-up came late',
  drift: 'It drifted',
  changeOfDirection: 'Your change of direction',
  theirConduct: 'How they behaved',
  chemistry: 'It just did not gel',
};

export const strengthLabels: Record<Strength, string> = {
  none: 'Nothing speaks for it',
  weak: 'Little speaks for it',
  some: 'Something speaks for it',
  strong: 'Much speaks for it',
};

const SENTENCES: Record<SignCode, (figure: number, of: number) => string> = {
  lowEase: (mean) => `Ease averaged ${oneDecimal(mean)} of 5.`,
  goodEase: (mean) => `Ease averaged ${oneDecimal(mean)} of 5.`,
  lowOpenness: (mean) => `They were closed: openness averaged ${oneDecimal(mean)} of 5.`,
  goodOpenness: (mean) => `They were open: ${oneDecimal(mean)} of 5 on average.`,
  iTalkedALot: (share) => `You did ${percent(share)} of the talking.`,
  iTalkedLittle: (share) => `You did only ${percent(share)} of the talking.`,
  talkShared: (share) => `The talk was shared: ${percent(share)} yours.`,
  shortAnswers: (n, of) => `${n} of ${count(of, 'question')} got a short answer or none.`,
  fullAnswers: (n, of) => `${n} of ${count(of, 'question')} got a full answer.`,
  theyGiveMore: (given, received) => `You received ${received} and gave ${given}.`,
  iGiveMore: (given, received) => `You gave ${given} and received ${received}.`,
  giveAndTakeEven: (given, received) => `Give and take were even: ${given} given, ${received} received.`,
  hasIncumbent: (n) =>
    n === 1 ? 'You noted whom they use already.' : `You noted ${n} whom they use already.`,
  businessAllTheSame: (n) => `They gave you business all the same, ${times(n)}.`,
  myEarlyPitch: (n) => `You pitched uninvited before they had come to like you, ${times(n)}.`,
  theirSelling: (n) => `They pitched uninvited or kept selling, ${times(n)}.`,
  earlyAsk: (n) => `You asked for more than the stage carried, ${times(n)}.`,
  noSelling: () => 'No uninvited pitch and no early ask was noted.',
  noNeedFound: (asked) =>
    asked === 0
      ? 'No need is noted, and no question about needs was asked.'
      : `No need is noted; ${count(asked, 'question')} about needs ${asked === 1 ? 'was' : 'were'} asked.`,
  needsKnown: (n) => `${count(n, 'need')} noted.`,
  needsAsked: (n) => `You asked about needs, ${times(n)}.`,
  theyAskedNothing: (n) => `They asked nothing in ${count(n, 'contact')}.`,
  theyAsked: (n, of) => `They asked something in ${n} of ${count(of, 'contact')}.`,
  wantClientsOnly: () => 'What they look for is clients, and nothing else.',
  myPromiseBroken: (n) =>
    `${count(n, 'promise')} of yours ${n === 1 ? 'was broken or is' : 'were broken or are'} long overdue.`,
  theirPromiseBroken: (n) => `${count(n, 'promise')} of theirs ${n === 1 ? 'was' : 'were'} broken.`,
  promisesKept: (n) => `You kept ${count(n, 'promise')}.`,
  lateFollowUp: (days) => `The first follow-up came after ${count(days, 'day')}.`,
  promptFollowUp: (days) => `The first follow-up came after ${count(days, 'day')}.`,
  silence: (days, usual) => `${spanWords(days)} of silence, expected every ${Math.round(usual)} days.`,
  setbackBefore: () => 'Something stood between you before the silence began.',
  seasonNear: (days) =>
    days < 0
      ? `The silence began ${count(-days, 'day')} before a change of your direction.`
      : `The silence began ${count(days, 'day')} after a change of your direction.`,
  theirConduct: (n) => `Something grave in how they behaved, ${times(n)}.`,
  smallConduct: (n) => `Late, distracted or interrupting, ${times(n)}.`,
  repaired: () => 'It was put right or lived down since.',
  otherReasons: (n) => `${count(n, 'other reason')} has more behind it.`,
};

export function signSentence({ code, figure, of }: Sign): string {
  return SENTENCES[code](figure ?? 0, of ?? 0);
}
