/** What was asked of whom, and how the two stood at that moment (INSIGHTS, "Ask check"). */
import { type AskLevel, concerns } from '../model/interaction';
import type { Id } from '../model/primitives';
import { dateOf } from '../model/time';
import { heldInteractions } from './as-of';
import { rankOf } from './ladder';
import { perSlice } from './per-slice';
import { stageHistory } from './stage-history';
import type { EvidenceStage, PersonSlice } from './types';

export type RealAsk = Exclude<AskLevel, 'none'>;

/** The stage that carries an ask. */
export const STAGE_FOR_ASK: Record<RealAsk, EvidenceStage> = {
  small: 'know',
  advice: 'like',
  introduction: 'like',
  referral: 'trust',
  business: 'trust',
};

export interface Ask {
  interactionId: Id;
  level: RealAsk;
  /** The evidence before the day it was asked. */
  stage: EvidenceStage;
  /** Something of that kind came from them in the same entry or later; a small ask is answered by anything received. */
  answered: boolean;
}

/** My asks of this person, oldest first. */
export const asksOf = perSlice((slice: PersonSlice, asOf): readonly Ask[] => {
  const held = heldInteractions(slice, asOf).map(({ interaction }) => interaction);
  const asking = held.filter(
    ({ ask }) => ask?.mine !== undefined && ask.mine !== 'none' && concerns(ask, slice.person.id),
  );
  if (asking.length === 0) return [];
  const { evidence } = stageHistory(slice, asOf);
  return asking.map((interaction) => {
    const level = interaction.ask?.mine as RealAsk;
    const on = dateOf(interaction.at);
    const before = evidence.filter((point) => point.on < on).at(-1);
    const later = held.slice(held.indexOf(interaction));
    const received = later.flatMap(({ exchanges = [] }) =>
      exchanges.filter(
        (exchange) => exchange.direction === 'received' && concerns(exchange, slice.person.id),
      ),
    );
    const answered = received.some(({ kind }) => level === 'small' || kind === level);
    return { interactionId: interaction.id, level, stage: before?.stage ?? 'none', answered };
  });
});

/** The ask asked for more than the two had come to. */
export function isAboveStage({ level, stage }: Pick<Ask, 'level' | 'stage'>): boolean {
  return rankOf(stage) < rankOf(STAGE_FOR_ASK[level]);
}
