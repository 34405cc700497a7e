import type {
  AskLevel,
  ConductCode,
  ExchangeKind,
  InteractionKind,
  InteractionStatus,
  PitchLevel,
} from '../../../../shared/model/interaction';
import {
  askLabels,
  conductLabels,
  easeLabels,
  exchangeNames,
  groundChosenByLabels,
  groundLabels,
  initiatedByLabels,
  kindLabels,
  opennessLabels,
  pitchLabels,
  type Rating,
  stageLabels,
  statusLabels,
} from '../../../../shared/words/labels';
import type { Choice } from '../controls/Choices';

/** The closed words of the model as choices, in the order in which they are offered. */
function choicesOf<T extends string>(labels: Record<T, string>): Choice<T>[] {
  return (Object.keys(labels) as T[]).map((value) => ({ value, label: labels[value] }));
}

function ratings(meanings: Record<Rating, string>): Choice<Rating>[] {
  return ([1, 2, 3, 4, 5] as const).map((value) => ({
    value,
    label: String(value),
    meaning: meanings[value],
  }));
}

export const kinds: Choice<InteractionKind>[] = choicesOf(kindLabels);
export const statuses: Choice<InteractionStatus>[] = choicesOf(statusLabels);

/** Each kind of exchange has a letter of its own, so that one key adds it. */
const EXCHANGE_KEYS: Record<ExchangeKind, string> = {
  advice: 'a',
  introduction: 'i',
  referral: 'r',
  business: 'b',
  resource: 's',
  favour: 'f',
  encouragement: 'e',
  invitation: 'v',
  confidence: 'c',
};
export const exchangeKinds: Choice<ExchangeKind>[] = choicesOf(exchangeNames).map((choice) => ({
  ...choice,
  key: EXCHANGE_KEYS[choice.value],
}));
export const grounds = choicesOf(groundLabels);
export const groundChosenBys = choicesOf(groundChosenByLabels);
export const initiators = choicesOf(initiatedByLabels);
export const pitchLevels: Choice<PitchLevel>[] = choicesOf(pitchLabels);
export const askLevels: Choice<AskLevel>[] = choicesOf(askLabels);
export const conductCodes: Choice<ConductCode>[] = choicesOf(conductLabels);
export const stages = choicesOf(stageLabels);
export const easeRatings = ratings(easeLabels);
export const opennessRatings = ratings(opennessLabels);
