/** What one interaction says of one of its people (INSIGHTS, "Words": several people in an interaction). */
import type { Conduct, Exchange, Interaction, PitchLevel } from '../model/interaction';
import { concerns, participantOf } from '../model/interaction';
import type { Id } from '../model/primitives';
import type { EvidenceRef } from './types';

/** Ease and openness, 1 to 5, and my share of the talking, 0 to 1: the person's own, else everybody's. */
export interface Impressions {
  ease: number | undefined;
  openness: number | undefined;
  talkShare: number | undefined;
}

export function impressionsOf(interaction: Interaction, personId: Id): Impressions {
  const own = participantOf(interaction, personId);
  return {
    ease: own?.ease ?? interaction.ease,
    openness: own?.openness ?? interaction.openness,
    talkShare: own?.talkShare ?? interaction.talkShare,
  };
}

/** Most entries have neither an exchange nor conduct. */
const NONE: readonly never[] = [];

/** The exchanges with this person; one that names nobody was with everybody. */
export function exchangesWith(
  interaction: Interaction,
  personId: Id,
): readonly { exchange: Exchange; ref: EvidenceRef }[] {
  if (!interaction.exchanges) return NONE;
  return interaction.exchanges
    .map((exchange, index) => ({ exchange, ref: { kind: 'exchange' as const, id: interaction.id, index } }))
    .filter(({ exchange }) => concerns(exchange, personId));
}

/** How each side sold to the other; `none` where nothing was noted, or it was to somebody else. */
export function pitchesWith(
  interaction: Interaction,
  personId: Id,
): { mine: PitchLevel; theirs: PitchLevel } {
  const pitch = interaction.pitch;
  if (pitch === undefined || !concerns(pitch, personId)) return { mine: 'none', theirs: 'none' };
  return { mine: pitch.mine ?? 'none', theirs: pitch.theirs ?? 'none' };
}

/** The conduct, of either side, that concerns this person. */
export function conductWith(interaction: Interaction, personId: Id): readonly Conduct[] {
  if (!interaction.conduct) return NONE;
  return interaction.conduct.filter((conduct) => concerns(conduct, personId));
}

export function interactionRef(interaction: { id: Id }): EvidenceRef {
  return { kind: 'interaction', id: interaction.id };
}
