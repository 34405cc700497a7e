import type { BlindSpot } from '../../../shared/insight/network/ending-tally';
import type { PromiseFigure } from '../../../shared/insight/network/manner-tally';
import type { Overview } from '../../../shared/insight/network/overview';
import type { Spot } from '../../../shared/insight/network/spots';
import type { WeekOfTime } from '../../../shared/contract/insights';
import type { CostPerLike } from '../../../shared/insight/cost-per-like';
import { formatMinutes, formatMonth } from '../../../shared/words/dates';
import { reasonLabels } from '../../../shared/words/breakdown';
import { aboutShare, percent, purposeLabels } from '../../../shared/words/labels';
import { costWords } from '../../../shared/words/money';
import { count, lengthWords, listWords, oneDecimal, times } from '../../../shared/words/spans';

/** Each insight's finding in one sentence, or what is missing for one. */

export function stagesFinding({ stages, now }: Overview): string {
  const { know, like, trust } = now;
  if (know + like + trust === 0) return 'Nobody stands at Know yet';
  const before = stages.at(-13);
  const today = `${trust} at Trust, ${like} at Like, ${know} at Know`;
  if (!before) return today;
  const change = like + trust - before.like - before.trust;
  const than = formatMonth(before.month);
  if (change === 0) return `${today}: as many at Like or better as in ${than}`;
  return `${today}: ${Math.abs(change)} ${change > 0 ? 'more' : 'fewer'} at Like or better than in ${than}`;
}

export function balanceFinding({ balance, balanceNorms }: Overview): string {
  const { even, giveMore, receiveMore } = balance;
  const known = even + giveMore + receiveMore;
  if (known === 0)
    return `Too early to say: nobody has ${count(balanceNorms.exchangesNeeded, 'exchange')} within ${lengthWords(balanceNorms.span)} yet`;
  return `With ${even} of ${count(known, 'person', 'people')} give and take is even; to ${giveMore} you give more, from ${receiveMore} you receive more`;
}

export const spotLabels: Record<Spot, string> = {
  airtime: 'Your share of the talking',
  firstQuestions: 'Questions you asked at the first meeting',
  earlyPitch: 'You pitched uninvited in the first two contacts',
  followUpHours: 'Time to the first follow-up',
  promisesKept: 'Promises of yours kept',
  theirGround: 'First met on their ground',
  iStarted: 'You made the first move',
  minutes: 'Length of a meeting',
};

export function spotValue(spot: Spot, mean: number): string {
  switch (spot) {
    case 'airtime':
    case 'earlyPitch':
    case 'promisesKept':
    case 'theirGround':
    case 'iStarted':
      return percent(mean);
    case 'firstQuestions':
      return oneDecimal(mean);
    case 'followUpHours':
      return mean < 48 ? `${Math.round(mean)} h` : count(Math.round(mean / 24), 'day');
    case 'minutes':
      return formatMinutes(Math.round(mean));
  }
}

export function spotsFinding({ blindSpots, norms }: Overview): string {
  const first = blindSpots[0];
  if (!first || first.effect.kind === 'tooEarly') {
    const have = first?.effect.kind === 'tooEarly' ? first.effect.have : 0;
    return `Too early to say: a comparison needs ${norms.eachSide} relationships on each side; there are ${have}`;
  }
  return `The largest difference between what ended and what lasted: ${sentenceOf(first)}`;
}

function sentenceOf({ spot, ended, lasting }: BlindSpot): string {
  const words = spotLabels[spot].slice(0, 1).toLowerCase() + spotLabels[spot].slice(1);
  if (ended.mean === null || lasting.mean === null) return words;
  return `${words}, ${spotValue(spot, ended.mean)} against ${spotValue(spot, lasting.mean)}`;
}

/** Cohen's conventions for the size of a difference. */
export function effectWords({ effect }: BlindSpot): string {
  if (effect.kind === 'tooEarly') return `Too early: ${effect.have} of ${effect.need}`;
  const size = Math.abs(effect.size);
  return size >= 0.8 ? 'large' : size >= 0.5 ? 'clear' : size >= 0.2 ? 'small' : 'none';
}

export function breakdownFinding({ breakdown, parted }: Overview): string {
  const first = breakdown[0];
  if (parted === 0) return 'No connection has broken down';
  if (!first) return `${count(parted, 'connection')} cooled or ended; no entry points to a reason yet`;
  return `Of ${count(parted, 'connection')} that cooled or ended, the most frequent reason: ${reasonLabels[first.reason].toLowerCase()}, ${times(first.people)}`;
}

export function conductFinding({ conduct, pitches }: Overview): string {
  const theirs = conduct.filter(({ who }) => who === 'them').reduce((sum, { entries }) => sum + entries, 0);
  const mine = conduct.filter(({ who }) => who === 'me').reduce((sum, { entries }) => sum + entries, 0);
  const sold = (who: 'me' | 'them') =>
    pitches
      .filter((pitch) => pitch.who === who && pitch.level !== 'invited')
      .reduce((sum, { entries }) => sum + entries, 0);
  if (theirs + mine + pitches.length === 0) return 'No conduct and no pitch has been noted yet';
  return `They sold uninvited ${times(sold('them'))}, you ${times(sold('me'))}`;
}

export function plannedFinding({ planned }: Overview): string {
  const of = (outcome: string) => planned.find((one) => one.outcome === outcome)?.entries ?? 0;
  const off = of('cancelledByMe') + of('cancelledByThem') + of('cancelled') + of('noShow');
  if (planned.length === 0) return 'No meeting has been noted yet';
  if (off === 0) return 'No meeting was called off or missed';
  return `${count(off, 'meeting')} did not take place: ${of('cancelledByThem')} called off by them, ${of('cancelledByMe')} by you, ${of('noShow')} without a word`;
}

export const groundLabels = {
  mine: 'Your ground',
  theirs: 'Their ground',
  neutral: 'Level ground',
  online: 'Online',
} as const;

export function groundFinding({ grounds, norms }: Pick<Overview, 'grounds' | 'norms'>): string {
  const known = grounds.flatMap((one) =>
    one.reading.kind === 'known' && one.reading.ease !== null
      ? [{ ground: one.ground, ease: one.reading.ease }]
      : [],
  );
  if (known.length < 2)
    return `Too early to say: two kinds of ground need ${count(norms.ground, 'meeting')} each`;
  const sorted = [...known].sort((a, b) => b.ease - a.ease);
  const [best, worst] = [sorted[0], sorted.at(-1)];
  if (!best || !worst || best.ease - worst.ease < 0.2)
    return 'Whose ground it was made little difference to ease';
  return `${groundLabels[best.ground]} was easiest (${oneDecimal(best.ease)} of 5), ${groundLabels[worst.ground].toLowerCase()} least (${oneDecimal(worst.ease)})`;
}

export function promisesFinding({ mine, theirs }: Overview['promises']): string {
  const [you, they] = [mine.reliability.kind === 'known', theirs.reliability.kind === 'known'];
  if (!you && !they) return 'Too early to say who keeps their word';
  const kept = (who: string, side: PromiseFigure) =>
    `${who} kept ${side.kept + side.late} of ${side.kept + side.late + side.broken}`;
  const words = [
    you ? kept('you', mine) : 'too early to say of you',
    they ? kept('they', theirs) : 'too early to say of them',
  ].join(', ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

export function timeFinding(weeks: readonly WeekOfTime[]): string {
  const totals = weeks.map(({ channels }) => channels.reduce((sum, { minutes }) => sum + minutes, 0));
  const all = totals.reduce((sum, minutes) => sum + minutes, 0);
  if (all === 0) return 'No minutes were noted in the last twelve weeks';
  return `${formatMinutes(Math.round(all / weeks.length))} a week over the last twelve weeks`;
}

export function costFinding({ liked, minutes, each, spanDays }: CostPerLike): string {
  if (each.kind === 'tooEarly') {
    return `Too early to say: ${each.need} relationships have to reach Like within ${lengthWords(spanDays)}; there are ${each.have}`;
  }
  const parts = [
    ...(minutes > 0 ? [formatMinutes(Math.round(each.minutes))] : []),
    ...each.money.map(costWords),
  ];
  if (parts.length === 0) return `${liked} relationships reached Like; no time was noted for them`;
  return `${listWords(parts)} of networking for each of the ${liked} relationships that reached Like within ${lengthWords(spanDays)}`;
}

export function connectFinding({ connect, norms }: Overview): string {
  if (connect.kind === 'tooEarly') {
    return `Too early to say: ${connect.have} of the ${connect.need} people needed were met at a gathering more than ${norms.connectWithin} days ago`;
  }
  return `Of ${count(connect.met, 'person', 'people')} met at gatherings, ${percent(connect.share)} were seen again within ${norms.connectWithin} days; ${aboutShare(norms.connectReference)} is usual`;
}

export function doorsFinding({ doors }: Overview): string {
  const { openers, led, unthanked } = doors;
  if (led === 0) return 'No introduction has been noted yet';
  const thanks = unthanked === 0 ? 'all are thanked' : `${times(unthanked)} you have not thanked them yet`;
  return `${count(openers, 'person', 'people')} opened doors for you, ${times(led)}; ${thanks}`;
}

export function purposesFinding({ purposes }: Overview): string {
  const first = purposes[0];
  if (!first) return 'No purposes are noted yet: a person’s form has them';
  return `Most of your relationships are for ${purposeLabels[first.purpose].toLowerCase()}: ${first.liked} of ${first.people} reached Like`;
}

export function asksFinding({ asks, norms }: Overview): string {
  const asked = asks.reduce((sum, one) => sum + one.asked, 0);
  const early = asks.reduce((sum, one) => sum + one.early, 0);
  if (asked < norms.asksNeeded) return `Too early to say: ${count(asked, 'ask')} of yours noted`;
  return `${early} of your ${count(asked, 'ask')} went beyond what the stage carries`;
}
