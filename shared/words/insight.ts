import type { RequirementOf, Setback, StageAssessment, TheirSign } from '../insight/types';
import type { CalendarDate } from '../model/primitives';
import { assertNever } from '../assert-never';
import { evidenceStageLabels } from './labels';
import { capitalised, count, listWords, monthWords, oneDecimal, spanWords, times } from './spans';

/** Under the stage: how the user's own read compares. */
export function readComparison(stage: StageAssessment): string {
  if (!stage.read) return 'your read: not noted yet';
  if (stage.read.stage === stage.evidence) return 'your read agrees';
  return `your read: ${evidenceStageLabels[stage.read.stage]}`;
}

/** Said kindly, and only where the user feels more than the entries show. Null otherwise. */
export function readAboveEvidence(stage: StageAssessment): string | null {
  if (!stage.read || !stage.readAboveEvidence) return null;
  const shown =
    stage.evidence === 'none'
      ? 'shows no contact both ways yet'
      : `shows ${evidenceStageLabels[stage.evidence]} so far`;
  return `You feel ${evidenceStageLabels[stage.read.stage]}; what you wrote down ${shown}. Both can be true: you may sense more than you noted. Before a big ask it is worth waiting for a sign from their side.`;
}

/** The heading above the requirements: what the relationship rests on today. */
export function holdsTitle(stage: StageAssessment): string {
  return stage.evidence === 'none'
    ? 'How it begins'
    : `What holds it at ${evidenceStageLabels[stage.evidence]}`;
}

/** The heading above what is missing; null at the top of the ladder. */
export function missingTitle(stage: StageAssessment): string | null {
  const next = stage.missing[0]?.stage;
  return next && stage.missing.length > 0 ? `What ${evidenceStageLabels[next]} still needs` : null;
}

/** One requirement of the ladder as a sentence with the user's own figures. */
export function requirementSentence(requirement: RequirementOf): string {
  return requirement.met ? metSentence(requirement) : missingSentence(requirement);
}

function metSentence(r: RequirementOf): string {
  switch (r.code) {
    case 'contact':
      return `In touch both ways, ${times(r.contacts)}`;
    case 'twoDates':
      return `In touch on ${count(r.dates, 'different day')}`;
    case 'ease':
      return `Easy: ${oneDecimal(r.mean ?? 0)} of 5${lastContacts(r.of)}`;
    case 'theirSign':
      return `They ${listWords(r.signs.map(signWords))}`;
    case 'contactsOverTime':
      return `${count(r.contacts, 'two-way contact')} over ${spanWords(r.spanDays)}`;
    case 'giveAndTake':
      if (r.given > 0 && r.received > 0) return 'Given and received, both ways';
      return r.given > 0
        ? 'Given; with a mentor one way is enough'
        : 'Received; with a mentor one way is enough';
    case 'promises':
      return r.kept === 1 ? 'You kept a promise to them' : `You kept ${count(r.kept, 'promise')} to them`;
    case 'stake':
      return `Something was at stake ${times(r.count)}`;
    default:
      return assertNever(r);
  }
}

const STAKE = 'introduction, referral, piece of business or confidence';

function missingSentence(r: RequirementOf): string {
  switch (r.code) {
    case 'contact':
      return 'A contact both ways: a talk, or a message that was answered';
    case 'twoDates':
      return r.dates === 0 ? 'Contact on two different days' : 'A second contact, on another day';
    case 'ease':
      return r.mean === null
        ? 'How easy it was: not noted yet'
        : `Easier company: ${oneDecimal(r.mean)} of 5${lastContacts(r.of)}, it takes ${oneDecimal(r.needed)}`;
    case 'theirSign':
      return 'A sign from their side: they get in touch, give something, ask about you or open up';
    case 'contactsOverTime':
      return missingTime(r);
    case 'giveAndTake':
      return missingGiveAndTake(r);
    case 'promises':
      return missingPromises(r);
    case 'stake':
      return `Something at stake, either way: an ${STAKE}`;
    default:
      return assertNever(r);
  }
}

function missingTime(r: Extract<RequirementOf, { code: 'contactsOverTime' }>): string {
  const few = r.contacts < r.neededContacts;
  const short = r.spanDays < r.neededDays;
  if (few && short) {
    return `Time: ${count(r.contacts, 'two-way contact')} over ${spanWords(r.spanDays)}, it takes ${r.neededContacts} over ${r.neededDays} days`;
  }
  if (few) return `More contact: ${r.contacts} of ${r.neededContacts} two-way contacts so far`;
  return `Time: ${count(r.spanDays, 'day')} from first to last contact, it takes ${r.neededDays}`;
}

function missingGiveAndTake(r: Extract<RequirementOf, { code: 'giveAndTake' }>): string {
  if (r.mentor || (r.given === 0 && r.received === 0)) return 'Something given and something received';
  return r.given === 0
    ? 'Something given: so far you only received'
    : 'Something received: so far you only gave';
}

function missingPromises(r: Extract<RequirementOf, { code: 'promises' }>): string {
  const reasons: string[] = [];
  if (r.kept === 0) reasons.push('a promise of yours that you kept');
  if (r.brokenRecently > 0)
    reasons.push(`half a year without a broken promise (${r.brokenRecently} of yours was)`);
  if (r.longOverdue > 0) reasons.push(`${count(r.longOverdue, 'overdue promise')} of yours kept or released`);
  return capitalised(listWords(reasons));
}

function lastContacts(of: number): string {
  if (of === 0) return '';
  return of === 1 ? ' the last time' : ` over the last ${of === 2 ? 'two' : of === 3 ? 'three' : of}`;
}

function signWords(sign: TheirSign): string {
  return {
    theyInitiated: 'got in touch',
    received: 'gave something',
    theyAsked: 'asked about you',
    open: 'opened up',
  }[sign];
}

/** What came between you, when, and how it ended. Neutral: it names what happened, not what a person is. */
export function setbackSentence(setback: Setback, today: CalendarDate): string {
  const began = monthWords(setback.on, today);
  if (setback.closedOn === null) return `${setbackWords(setback)} in ${began}: not put right yet`;
  return `${setbackWords(setback)} in ${began}, put right in ${monthWords(setback.closedOn, today)}`;
}

function setbackWords(setback: Setback): string {
  switch (setback.code) {
    case 'promiseBroken':
      return 'A promise of yours was broken';
    case 'promiseLongOverdue':
      return 'A promise of yours went overdue';
    case 'pitchTooEarly':
      return setback.level === 'relentless' ? 'You kept selling, too early' : 'You pitched too early';
    case 'conduct':
      return `${setback.who === 'me' ? 'You' : 'They'} ${conductWords(setback.conduct)}`;
    default:
      return assertNever(setback);
  }
}

/** The same as a noun, for the title of the chart: `the missed promise of October`. */
export function setbackNoun(setback: Setback, today: CalendarDate): string {
  const month = monthWords(setback.on, today);
  switch (setback.code) {
    case 'promiseBroken':
    case 'promiseLongOverdue':
      return `the missed promise of ${month}`;
    case 'pitchTooEarly':
      return `the early pitch of ${month}`;
    case 'conduct':
      return `what happened in ${month}`;
    default:
      return assertNever(setback);
  }
}

const CONDUCT: Readonly<Record<string, string>> = {
  rude: 'were rude',
  noShow: 'did not turn up',
  spokeIll: 'spoke ill of somebody',
  pushy: 'were pushy',
  soldAtFirstMeeting: 'sold at the first meeting',
};

function conductWords(code: string): string {
  return CONDUCT[code] ?? 'behaved badly';
}

/** Why the stage stands lower than it was earned: setbacks and silence. Null when nothing lowers it. */
export function loweredSentence(stage: StageAssessment): string | null {
  const { bySetbacks, bySilence, silentDays } = stage.lowered;
  if (bySetbacks === 0 && bySilence === 0) return null;
  const reasons: string[] = [];
  if (bySetbacks > 0)
    reasons.push(bySetbacks === 1 ? 'something open between you' : 'things open between you');
  if (bySilence > 0 && silentDays !== null) reasons.push(`${spanWords(silentDays)} of silence`);
  return `${evidenceStageLabels[stage.earned]} was earned; ${listWords(reasons)} lowers it. It comes back.`;
}
