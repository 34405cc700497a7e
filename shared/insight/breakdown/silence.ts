/** How the silence began: by itself, or with a change of direction. */
import type { CalendarDate } from '../../model/primitives';
import { dateOf, daysBetween } from '../../model/time';
import type { EvidenceRef, Setback } from '../types';
import { type Review, type Seen, sign, weigh } from './review';

export const drift: Review = (seen) => {
  const { rhythm, parting } = seen;
  const { gapDays, expectedDays, lastContact } = rhythm;
  const isSilent =
    rhythm.state === 'drifting' ||
    rhythm.state === 'dormant' ||
    (parting === 'ended' && rhythm.state === 'slipping');
  if (!isSilent || gapDays === null || !lastContact) return weigh('drift', 0, [], []);
  const before = openAt(seen.setbacks, lastContact.on);
  const silence = sign(
    'silence',
    [{ kind: 'interaction', id: lastContact.interactionId }],
    gapDays,
    expectedDays,
  );
  const against = [
    ...(before.length > 0
      ? [
          sign(
            'setbackBefore',
            before.flatMap(({ evidence }) => evidence),
            before.length,
          ),
        ]
      : []),
    ...(seasonNear(seen) === null ? [] : [sign('seasonNear', [], seasonNear(seen))]),
  ];
  return weigh('drift', against.length > 0 ? 1 : 3, [silence], against);
};

export const changeOfDirection: Review = (seen) => {
  const { rhythm, parting } = seen;
  const days = seasonNear(seen);
  if (days === null || !rhythm.lastContact || parting === null || parting === 'cooled') {
    return weigh('changeOfDirection', 0, [], []);
  }
  const last: EvidenceRef[] = [{ kind: 'interaction', id: rhythm.lastContact.interactionId }];
  const before = openAt(seen.setbacks, rhythm.lastContact.on);
  const against =
    before.length > 0
      ? [
          sign(
            'setbackBefore',
            before.flatMap(({ evidence }) => evidence),
            before.length,
          ),
        ]
      : [];
  // A silence that had begun before the change may have had another beginning.
  const points = against.length > 0 ? 1 : days < 0 ? 2 : 3;
  return weigh('changeOfDirection', points, [sign('seasonNear', last, days)], against);
};

function openAt(setbacks: readonly Setback[], day: CalendarDate): Setback[] {
  return setbacks.filter(({ on, closedOn }) => on <= day && (closedOn === null || closedOn > day));
}

/** Days between the beginning of the silence and that of the nearest season, when it is near enough to be its cause. */
function seasonNear({ rhythm, around, asOf, slice: { norms } }: Seen): number | null {
  const { lastContact } = rhythm;
  if (!lastContact) return null;
  const days = around.seasons
    .filter(({ from }) => from <= dateOf(asOf))
    .map(({ from }) => daysBetween(from, lastContact.on))
    .filter((gap) => Math.abs(gap) <= norms.breakdown.seasonReach);
  return days.length === 0 ? null : days.reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a));
}
