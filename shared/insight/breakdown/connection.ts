/** Whether the two connected: ease, openness, answers and talk; and what just did not gel. */
import { isAbove, isBelow, type Norms } from '../norms';
import { talkShareOver } from '../balance';
import { questionsAskedOf } from '../questions-asked';
import { type Mean, type ReasonReview, type Review, type Seen, type Sign, sign, weigh } from './review';

/** Low ease alone may be chemistry: a wall shows in closed answers, a closed posture or one-sided talk as well. */
export const noConnection: Review = (seen) => {
  const { norms } = seen.slice;
  const { low, high } = ratingSigns(seen);
  const questions = questionsAskedOf(seen.slice, seen.asOf).filter(({ answer }) => answer !== undefined);
  const short = questions.filter(({ answer }) => answer !== 'full');
  const full = questions.filter(({ answer }) => answer === 'full');
  const talk = talkShareOver(seen.contacts, seen.slice.person.id, norms.balance);
  const talkSign = talkSignOf(talk, norms.balance);
  const enough = questions.length >= norms.breakdown.questionsNeeded;
  const isShort = enough && short.length > full.length;
  const others = [
    ...low.filter(({ code }) => code === 'lowOpenness'),
    ...(isShort
      ? [
          sign(
            'shortAnswers',
            short.map(({ ref }) => ref),
            short.length,
            questions.length,
          ),
        ]
      : []),
    ...(talkSign && talkSign.code !== 'talkShared' ? [talkSign] : []),
  ];
  const ease = low.filter(({ code }) => code === 'lowEase');
  return weigh(
    'noConnection',
    others.length === 0 ? 0 : others.length + ease.length,
    [...ease, ...others],
    [
      ...high,
      ...(enough && !isShort
        ? [
            sign(
              'fullAnswers',
              full.map(({ ref }) => ref),
              full.length,
              questions.length,
            ),
          ]
        : []),
      ...(talkSign?.code === 'talkShared' ? [talkSign] : []),
    ],
  );
};

function ratingSigns({ ease, openness, slice: { norms } }: Seen): { low: Sign[]; high: Sign[] } {
  const low: Sign[] = [];
  const high: Sign[] = [];
  for (const [{ mean, evidence }, lowCode, highCode] of [
    [ease, 'lowEase', 'goodEase'],
    [openness, 'lowOpenness', 'goodOpenness'],
  ] as const) {
    if (mean === null) continue;
    if (!isAbove(mean, norms.breakdown.lowRating)) low.push(sign(lowCode, evidence, mean));
    else if (!isBelow(mean, norms.breakdown.highRating)) high.push(sign(highCode, evidence, mean));
  }
  return { low, high };
}

function talkSignOf({ mean, evidence }: Mean, norms: Norms['balance']): Sign | null {
  if (mean === null || evidence.length < norms.airtimeContactsNeeded) return null;
  if (isAbove(mean, norms.talkALot)) return sign('iTalkedALot', evidence, mean);
  if (isBelow(mean, norms.talkLittle)) return sign('iTalkedLittle', evidence, mean);
  return sign('talkShared', evidence, mean);
}

/** What did not gel with nothing to point at. Silence and an unasked need follow from it, and do not speak against it. */
export function chemistry({ ease, slice: { norms } }: Seen, others: readonly ReasonReview[]): ReasonReview {
  const isLow = ease.mean !== null && !isAbove(ease.mean, norms.breakdown.lowRating);
  const better = others.filter(
    ({ reason, strength }) =>
      reason !== 'drift' && reason !== 'noNeed' && (strength === 'some' || strength === 'strong'),
  );
  const against = [
    ...(isLow || ease.mean === null ? [] : [sign('goodEase', ease.evidence, ease.mean)]),
    ...(better.length > 0 ? [sign('otherReasons', [], better.length)] : []),
  ];
  return weigh(
    'chemistry',
    !isLow ? 0 : better.length > 0 ? 1 : 3,
    isLow ? [sign('lowEase', ease.evidence, ease.mean)] : [],
    against,
  );
}
