/** Who helps whom, and whether a need was found that this person could meet. */
import { exchangesWith, interactionRef } from '../about-person';
import { heldInteractions } from '../as-of';
import { sizesOf } from '../balance';
import { isAbove, isBelow } from '../norms';
import { questionsAskedOf } from '../questions-asked';
import type { Contact } from '../types';
import { type Review, sign, weigh } from './review';

/** Over all the time they knew each other: of a tie that ended, the last year is empty. */
export const oneSidedHelp: Review = ({ slice, asOf }) => {
  const { norms } = slice;
  const exchanges = heldInteractions(slice, asOf).flatMap(({ interaction }) =>
    exchangesWith(interaction, slice.person.id),
  );
  const evidence = exchanges.map(({ ref }) => ref);
  const { given, received } = sizesOf(exchanges.map(({ exchange }) => exchange));
  const isKnown = exchanges.length >= norms.balance.exchangesNeeded && slice.person.mentor !== true;
  if (!isKnown) return weigh('oneSidedHelp', 0, [], []);
  const lean = (given - received) / (given + received);
  if (!isBelow(lean, -norms.balance.evenLean)) {
    const code = isAbove(lean, norms.balance.evenLean) ? 'iGiveMore' : 'giveAndTakeEven';
    return weigh('oneSidedHelp', 0, [], [sign(code, evidence, given, received)]);
  }
  const points = isAbove(lean, -norms.breakdown.veryLean) ? 2 : 3;
  return weigh('oneSidedHelp', points, [sign('theyGiveMore', evidence, given, received)], []);
};

export const incumbent: Review = ({ slice, asOf }) => {
  const { incumbents = [] } = slice.person;
  if (incumbents.length === 0) return weigh('incumbent', 0, [], []);
  const business = heldInteractions(slice, asOf)
    .flatMap(({ interaction }) => exchangesWith(interaction, slice.person.id))
    .filter(({ exchange }) => exchange.kind === 'business' && exchange.direction === 'received')
    .map(({ ref }) => ref);
  const against = business.length > 0 ? [sign('businessAllTheSame', business, business.length)] : [];
  return weigh(
    'incumbent',
    against.length > 0 ? 1 : 3,
    [sign('hasIncumbent', [], incumbents.length)],
    against,
  );
};

/** It holds of so many ties that it never stands first by itself. */
export const noNeed: Review = ({ slice, around, asOf, contacts }) => {
  const { norms } = slice;
  const { needs = [] } = slice.person;
  const asked = questionsAskedOf(slice, asOf).filter(
    ({ questionId }) => questionId !== undefined && around.needQuestions.has(questionId),
  );
  const refs = asked.map(({ ref }) => ref);
  if (needs.length > 0) return weigh('noNeed', 0, [], [sign('needsKnown', [], needs.length)]);
  if (asked.length >= norms.breakdown.needQuestions) {
    return weigh('noNeed', 0, [], [sign('needsAsked', refs, asked.length)]);
  }
  const points = contacts.length < 2 ? 1 : 2;
  return weigh(
    'noNeed',
    points,
    [sign('noNeedFound', refs, asked.length, norms.breakdown.needQuestions)],
    [],
  );
};

export const valueUnseen: Review = ({ slice, contacts }) => {
  const { norms } = slice;
  const counted = contacts.filter(({ interaction }) => interaction.questionsTheyAsked !== undefined);
  const asking = counted.filter(({ interaction }) => (interaction.questionsTheyAsked ?? 0) > 0);
  const refs = (list: readonly Contact[]) => list.map(({ interaction }) => interactionRef(interaction));
  const clients = (slice.person.needs ?? []).filter((need) =>
    /\b(?:clients?|customers?|leads?|buyers?)\b/i.test(need),
  );
  const isSilent = counted.length >= norms.breakdown.contactsWithoutQuestion && asking.length === 0;
  const wantsClients = clients.length > 0 && clients.length === (slice.person.needs ?? []).length;
  const signs = [
    ...(isSilent ? [sign('theyAskedNothing', refs(counted), counted.length)] : []),
    ...(wantsClients ? [sign('wantClientsOnly', [], clients.length)] : []),
  ];
  const against = asking.length > 0 ? [sign('theyAsked', refs(asking), asking.length, counted.length)] : [];
  return weigh('valueUnseen', (isSilent ? 3 : 0) + (wantsClients ? 1 : 0), signs, against);
};
