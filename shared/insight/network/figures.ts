/** Whom or what a figure over everybody was counted from: looked up when somebody asks, never carried along. */
import type { BreakdownReason } from '../../model/person';
import type { ConductCode } from '../../model/interaction';
import type { Id, Purpose } from '../../model/primitives';
import { rankOf } from '../ladder';
import type { EvidenceRef, EvidenceStage } from '../types';
import type { Contribution, PitchMade } from './contribution';
import type { PlannedOutcome } from '../planned';
import type { Ground } from './meetings';
import { type BalanceSide, balanceSideOf, connectionOf } from './people-tally';
import type { PromiseState } from './promise-refs';
import type { Spot } from './spots';

/** Everybody of a group, or those of it who once reached a stage. */
export const PARTS = ['all', 'liked', 'trusted'] as const;
export type Part = (typeof PARTS)[number];
/** Of those whom somebody led the user to, also the ones whom the user has not thanked them for. */
export const DOOR_PARTS = [...PARTS, 'unthanked'] as const;
export type DoorPart = (typeof DOOR_PARTS)[number];

/** A figure that counts people. */
export type PeopleFigure =
  | { kind: 'stage'; stage: EvidenceStage }
  | { kind: 'balance'; side: BalanceSide }
  | { kind: 'connect'; which: 'met' | 'again' | 'pending' }
  | { kind: 'door'; by: Id; part: DoorPart }
  | { kind: 'purpose'; purpose: Purpose; part: Part }
  | { kind: 'reason'; reason: BreakdownReason }
  | { kind: 'likedLately' };

/** A figure that counts entries or promises. */
export type RecordFigure =
  | { kind: 'spot'; spot: Spot; side: 'ended' | 'lasting' }
  | { kind: 'conduct'; who: 'me' | 'them'; code: ConductCode }
  | { kind: 'pitch'; who: 'me' | 'them'; level: PitchMade }
  | { kind: 'planned'; outcome: PlannedOutcome }
  | { kind: 'invitations'; side: 'given' | 'received' }
  | { kind: 'ground'; ground: Ground }
  | { kind: 'promises'; side: 'mine' | 'theirs'; state: PromiseState }
  | { kind: 'asks'; stage: EvidenceStage };

/** Those whose give and take is the least even first, else by id. */
export function peopleBehind(contributions: Iterable<Contribution>, figure: PeopleFigure): Id[] {
  const weight = ({ balance }: Contribution): number =>
    figure.kind === 'balance' ? Math.abs(balance.net) : 0;
  return [...contributions]
    .filter((one) => isCounted(one, figure))
    .sort((a, b) => weight(b) - weight(a) || (a.personId < b.personId ? -1 : 1))
    .map(({ personId }) => personId);
}

function isCounted(one: Contribution, figure: PeopleFigure): boolean {
  switch (figure.kind) {
    case 'stage':
      return one.stage === figure.stage;
    case 'balance':
      return balanceSideOf(one) === figure.side;
    case 'connect': {
      const connection = connectionOf(one);
      return connection === figure.which || (connection === 'again' && figure.which === 'met');
    }
    case 'door':
      return one.leads.some(({ by, thanked }) => by === figure.by && isInPart(one, figure.part, thanked));
    case 'purpose':
      return one.purposes.includes(figure.purpose) && isInPart(one, figure.part, false);
    case 'reason':
      return one.reasons.some(({ reason }) => reason === figure.reason);
    case 'likedLately':
      return one.likedLately;
  }
}

function isInPart({ best }: Contribution, part: DoorPart, thanked: boolean): boolean {
  switch (part) {
    case 'all':
      return true;
    case 'liked':
      return rankOf(best) >= rankOf('like');
    case 'trusted':
      return best === 'trust';
    case 'unthanked':
      return !thanked;
  }
}

/** Each record once: an entry with several people stands with each of them. In no particular order. */
export function recordsBehind(contributions: Iterable<Contribution>, figure: RecordFigure): EvidenceRef[] {
  const seen = new Map<string, EvidenceRef>();
  for (const one of contributions)
    for (const ref of refsIn(one, figure)) seen.set(`${ref.kind} ${ref.id}`, ref);
  return [...seen.values()];
}

function refsIn(one: Contribution, figure: RecordFigure): readonly EvidenceRef[] {
  switch (figure.kind) {
    case 'spot':
      return one.side === figure.side ? (one.spots[figure.spot]?.evidence ?? []) : [];
    case 'conduct':
      return refsOf(one.conduct, ({ who, code }) => who === figure.who && code === figure.code);
    case 'pitch':
      return refsOf(one.pitches, ({ who, level }) => who === figure.who && level === figure.level);
    case 'planned':
      return refsOf(one.planned, ({ outcome }) => outcome === figure.outcome);
    case 'invitations':
      return refsOf(one.invitations, ({ side }) => side === figure.side);
    case 'ground':
      return refsOf(one.grounds, ({ ground }) => ground === figure.ground);
    case 'promises':
      return one.promises[figure.side][figure.state];
    case 'asks':
      return one.asks
        .filter(({ stage }) => stage === figure.stage)
        .map(({ interactionId: id }) => ({ kind: 'interaction', id }));
  }
}

function refsOf<Note extends { ref: EvidenceRef }>(
  notes: readonly Note[],
  test: (note: Note) => boolean,
): EvidenceRef[] {
  return notes.filter(test).map(({ ref }) => ref);
}
