/** Whether what was promised was done, and the first meeting followed up in time. */
import { dateOf, daysBetween } from '../../model/time';
import { interactionRef } from '../about-person';
import { heldInteractions, promisesAsOf } from '../as-of';
import type { EvidenceRef } from '../types';
import { type Review, sign, weigh } from './review';

export const brokenPromise: Review = ({ slice, asOf, setbacks }) => {
  const promises = promisesAsOf(slice, asOf);
  const ref = ({ promise }: (typeof promises)[number]): EvidenceRef => ({ kind: 'promise', id: promise.id });
  const mine = setbacks.filter(({ code }) => code === 'promiseBroken' || code === 'promiseLongOverdue');
  const theirs = promises.filter(({ promise, status }) => promise.by === 'them' && status === 'broken');
  const kept = promises.filter(
    ({ promise, status }) => promise.by === 'me' && (status === 'kept' || status === 'late'),
  );
  const isOpen = mine.some(({ closedOn }) => closedOn === null);
  const refs = mine.flatMap(({ evidence }) => evidence);
  return weigh(
    'brokenPromise',
    (mine.length === 0 ? 0 : isOpen ? 3 : 1) + Math.min(theirs.length * 2, 3),
    [
      ...(refs.length > 0 ? [sign('myPromiseBroken', refs, refs.length)] : []),
      ...(theirs.length > 0 ? [sign('theirPromiseBroken', theirs.map(ref), theirs.length)] : []),
    ],
    kept.length > 0 ? [sign('promisesKept', kept.map(ref), kept.length)] : [],
  );
};

/** From the first contact to the first thing that came after it from the user's side. */
export const slowFollowUp: Review = ({ slice, asOf, contacts }) => {
  const { norms } = slice;
  const first = contacts[0];
  if (!first) return weigh('slowFollowUp', 0, [], []);
  const next = heldInteractions(slice, asOf).find(
    ({ interaction: { at, initiatedBy } }) => dateOf(at) > first.on && initiatedBy !== 'them',
  );
  if (!next) return weigh('slowFollowUp', 0, [], []);
  const days = daysBetween(first.on, dateOf(next.interaction.at));
  const evidence = [interactionRef(first.interaction), interactionRef(next.interaction)];
  if (days <= norms.breakdown.followUpWithin) {
    return weigh('slowFollowUp', 0, [], [sign('promptFollowUp', evidence, days)]);
  }
  const points = days > norms.breakdown.followUpVeryLate ? 3 : 2;
  return weigh('slowFollowUp', points, [sign('lateFollowUp', evidence, days)], []);
};
