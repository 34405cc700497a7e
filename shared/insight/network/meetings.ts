/** What became of one person's invitations, and on whose ground they met. */
import type { Interaction } from '../../model/interaction';
import { isWritten } from '../../model/interaction';
import type { Id } from '../../model/primitives';
import { dateOf, daysBetween } from '../../model/time';
import { impressionsOf, interactionRef } from '../about-person';
import type { Contact, EvidenceRef } from '../types';

export const GROUNDS = ['mine', 'theirs', 'neutral', 'online'] as const;
export type Ground = (typeof GROUNDS)[number];

export interface InvitationNote {
  side: 'given' | 'received';
  came: boolean;
  ref: EvidenceRef;
}

export interface GroundNote {
  ground: Ground;
  ease: number | null;
  openness: number | null;
  travelMinutes: number | null;
  ref: EvidenceRef;
}

/** An invitation was accepted when a spoken contact followed within 60 days. */
export function invitationsOf(
  held: readonly Interaction[],
  personId: Id,
  withinDays: number,
): InvitationNote[] {
  return held.flatMap((entry) =>
    (entry.exchanges ?? [])
      .filter(({ kind, personId: who }) => kind === 'invitation' && (who === undefined || who === personId))
      .map(({ direction }) => ({
        side: direction,
        came: held.some((later) => {
          const days = daysBetween(dateOf(entry.at), dateOf(later.at));
          return !isWritten(later.kind) && days > 0 && days <= withinDays;
        }),
        ref: interactionRef(entry),
      })),
  );
}

/** Where they met, and how it went: meetings of which neither ease nor openness was noted say nothing. */
export function groundsOf(contacts: readonly Contact[], personId: Id): GroundNote[] {
  return contacts.flatMap(({ interaction }) => {
    const { ground, kind, travelMinutes } = interaction;
    if (ground === undefined || isWritten(kind)) return [];
    const { ease, openness } = impressionsOf(interaction, personId);
    if (ease === undefined && openness === undefined) return [];
    return [
      {
        ground,
        ease: ease ?? null,
        openness: openness ?? null,
        travelMinutes: travelMinutes ?? null,
        ref: interactionRef(interaction),
      },
    ];
  });
}
