/** What is compared between the relationships that ended and those that last: one relationship's figures. */
import type { Interaction } from '../../model/interaction';
import { isWritten } from '../../model/interaction';
import type { Id } from '../../model/primitives';
import { epochMs } from '../../model/time';
import { interactionRef, pitchesWith } from '../about-person';
import { talkShareOver } from '../balance';
import type { Norms } from '../norms';
import type { Asked } from '../questions-asked';
import type { Contact, EvidenceRef } from '../types';
import type { PromiseRefs } from './promise-refs';

/** A figure of one relationship, with what it was counted from; null where nothing was noted. */
export interface Measured {
  value: number;
  evidence: readonly EvidenceRef[];
}

/** What is compared between the relationships that ended and those that lasted. Shares are 0 or 1 per person. */
export const SPOTS = [
  'airtime',
  'firstQuestions',
  'earlyPitch',
  'followUpHours',
  'promisesKept',
  'theirGround',
  'iStarted',
  'minutes',
] as const;
export type Spot = (typeof SPOTS)[number];

export type Spots = Partial<Record<Spot, Measured>>;

/** What is measured of one relationship. Lists are in the order of time. */
export interface SpotSources {
  personId: Id;
  held: readonly Interaction[];
  contacts: readonly Contact[];
  asked: readonly Asked[];
  promises: PromiseRefs;
  norms: Norms;
}

export function spotsOf({ personId, held, contacts, asked, promises, norms }: SpotSources): Spots {
  const first = contacts[0];
  if (!first) return {};
  const spots: Spots = {
    ...firstMeeting(first, asked),
    earlyPitch: earlyPitch(contacts.slice(0, norms.comparison.firstContacts), personId),
  };
  const talk = talkShareOver(contacts, personId, norms.balance);
  if (talk.mean !== null) spots.airtime = { value: talk.mean, evidence: talk.evidence };
  const followUp = followUpHours(first, held);
  if (followUp) spots.followUpHours = followUp;
  const { kept, late, broken } = promises;
  const closed = [...kept, ...late, ...broken];
  if (closed.length > 0)
    spots.promisesKept = { value: (kept.length + late.length) / closed.length, evidence: closed };
  const minutes = meanMinutes(contacts);
  if (minutes) spots.minutes = minutes;
  return spots;
}

function firstMeeting({ interaction }: Contact, asked: readonly Asked[]): Spots {
  const { ground, initiatedBy, questionsAsked } = interaction;
  const evidence = [interactionRef(interaction)];
  const spots: Spots = {};
  if (questionsAsked !== undefined) {
    const value = asked.filter(({ ref }) => ref.id === interaction.id).length;
    spots.firstQuestions = { value, evidence };
  }
  if (ground !== undefined) spots.theirGround = { value: ground === 'theirs' ? 1 : 0, evidence };
  if (initiatedBy !== undefined)
    spots.iStarted = { value: initiatedBy === 'me' ? 1 : initiatedBy === 'both' ? 0.5 : 0, evidence };
  return spots;
}

/** From the first contact to the next thing that was not theirs alone. */
function followUpHours({ interaction: first }: Contact, held: readonly Interaction[]): Measured | null {
  const firstMs = epochMs(first.at);
  const next = held.find(({ at, initiatedBy }) => initiatedBy !== 'them' && epochMs(at) > firstMs);
  if (!next) return null;
  return {
    value: (epochMs(next.at) - firstMs) / 3_600_000,
    evidence: [interactionRef(first), interactionRef(next)],
  };
}

function meanMinutes(contacts: readonly Contact[]): Measured | null {
  const timed = contacts.flatMap(({ interaction }) =>
    interaction.minutes === undefined || isWritten(interaction.kind)
      ? []
      : [{ minutes: interaction.minutes, ref: interactionRef(interaction) }],
  );
  if (timed.length === 0) return null;
  const sum = timed.reduce((total, { minutes }) => total + minutes, 0);
  return { value: sum / timed.length, evidence: timed.map(({ ref }) => ref) };
}

/** Whether I pitched without being asked in the first contacts. */
function earlyPitch(first: readonly Contact[], personId: Id): Measured {
  const pitched = first.filter(({ interaction }) => {
    const { mine } = pitchesWith(interaction, personId);
    return mine === 'uninvited' || mine === 'relentless';
  });
  return {
    value: pitched.length > 0 ? 1 : 0,
    evidence: first.map(({ interaction }) => interactionRef(interaction)),
  };
}
