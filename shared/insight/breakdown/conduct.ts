/** What the two did to each other: selling, asking too early, and bad manners. */
import { conductWith, interactionRef, pitchesWith } from '../about-person';
import { heldInteractions } from '../as-of';
import { asksOf, isAboveStage } from '../asks';
import { type Review, sign, weigh } from './review';

export const tooMuchSelling: Review = ({ slice, asOf, setbacks }) => {
  const pitches = setbacks.filter(({ code }) => code === 'pitchTooEarly');
  const sold = heldInteractions(slice, asOf).filter(({ interaction }) => {
    const { theirs } = pitchesWith(interaction, slice.person.id);
    return theirs === 'uninvited' || theirs === 'relentless';
  });
  const early = asksOf(slice, asOf).filter(isAboveStage);
  const mine = pitches.flatMap(({ evidence }) => evidence);
  const isOpen = pitches.some(({ closedOn }) => closedOn === null);
  const signs = [
    ...(mine.length > 0 ? [sign('myEarlyPitch', mine, mine.length)] : []),
    ...(sold.length > 0
      ? [
          sign(
            'theirSelling',
            sold.map(({ interaction }) => interactionRef(interaction)),
            sold.length,
          ),
        ]
      : []),
    ...(early.length > 0
      ? [
          sign(
            'earlyAsk',
            early.map(({ interactionId: id }) => ({ kind: 'interaction' as const, id })),
            early.length,
          ),
        ]
      : []),
  ];
  const points =
    (mine.length === 0 ? 0 : isOpen ? 3 : 1) + Math.min(sold.length, 3) + Math.min(early.length * 2, 3);
  const closed = pitches.flatMap(({ closedBy }) => (closedBy === null ? [] : [closedBy]));
  const against =
    signs.length === 0 ? [sign('noSelling', [])] : closed.length > 0 ? [sign('repaired', closed)] : [];
  return weigh('tooMuchSelling', points, signs, against);
};

const SMALL_CONDUCT: ReadonlySet<string> = new Set(['late', 'interrupted', 'distracted', 'oversharing']);

export const theirConduct: Review = ({ slice, asOf, setbacks }) => {
  const grave = setbacks.filter((setback) => setback.code === 'conduct' && setback.who === 'them');
  const small = heldInteractions(slice, asOf).filter(({ interaction }) =>
    conductWith(interaction, slice.person.id).some(
      ({ who, code }) => who === 'them' && SMALL_CONDUCT.has(code),
    ),
  );
  const isOpen = grave.some(({ closedOn }) => closedOn === null);
  const closed = grave.flatMap(({ closedBy }) => (closedBy === null ? [] : [closedBy]));
  return weigh(
    'theirConduct',
    (grave.length === 0 ? 0 : isOpen ? 3 : 1) + (small.length >= 2 ? 2 : small.length),
    [
      ...(grave.length > 0
        ? [
            sign(
              'theirConduct',
              grave.flatMap(({ evidence }) => evidence),
              grave.length,
            ),
          ]
        : []),
      ...(small.length > 0
        ? [
            sign(
              'smallConduct',
              small.map(({ interaction }) => interactionRef(interaction)),
              small.length,
            ),
          ]
        : []),
    ],
    closed.length > 0 ? [sign('repaired', closed)] : [],
  );
};
