/**
 * What the closed words of the model are called on the screen. Sentence case where a word stands alone, lower case where
 * it is part of a sentence or a chip ("gave advice").
 */
import type { Channel } from '../insight/time-by-channel';
import type {
  AnswerDepth,
  AskLevel,
  ConductCode,
  ExchangeKind,
  Interaction,
  InteractionKind,
  InteractionStatus,
  PitchLevel,
} from '../model/interaction';
import type { GatheringFormat } from '../model/gathering';
import type { ChannelKind, PersonDate, Ring, StandingKind } from '../model/person';
import type { QuestionPurpose } from '../model/question';
import type { Purpose, Side, Stage } from '../model/primitives';
import type { PromiseStatus } from '../model/promise';
import type { EvidenceStage, RhythmState } from '../insight/types';
import type { z } from 'zod';

export type Ground = NonNullable<Interaction['ground']>;
export type GroundChosenBy = NonNullable<Interaction['groundChosenBy']>;
export type InitiatedBy = NonNullable<Interaction['initiatedBy']>;
export type Direction = 'given' | 'received';
export type Size = 1 | 2 | 3;
export type Rating = 1 | 2 | 3 | 4 | 5;

export const kindLabels: Record<InteractionKind, string> = {
  coffee: 'Coffee',
  meal: 'Meal',
  oneToOne: 'One-to-one',
  gathering: 'At a gathering',
  call: 'Call',
  video: 'Video call',
  email: 'E-mail',
  message: 'Message',
  letter: 'Letter',
  social: 'Social network',
  other: 'Something else',
};

export const statusLabels: Record<InteractionStatus, string> = {
  held: 'It took place',
  planned: 'Planned',
  cancelled: 'Cancelled',
  noShow: 'Somebody did not come',
};

export const exchangeLabels: Record<ExchangeKind, string> = {
  advice: 'advice',
  introduction: 'an introduction',
  referral: 'a referral',
  business: 'business',
  resource: 'a resource',
  favour: 'a favour',
  encouragement: 'encouragement',
  invitation: 'an invitation',
  confidence: 'a confidence',
};

/** Without an article, for lists and short chips. */
export const exchangeNames: Record<ExchangeKind, string> = {
  advice: 'advice',
  introduction: 'introduction',
  referral: 'referral',
  business: 'business',
  resource: 'resource',
  favour: 'favour',
  encouragement: 'encouragement',
  invitation: 'invitation',
  confidence: 'confidence',
};

export const directionLabels: Record<Direction, string> = { given: 'gave', received: 'received' };

export const sizeLabels: Record<Size, string> = { 1: 'small', 2: 'solid', 3: 'big' };

/** "gave advice", "received a referral" */
export function exchangedWords({ direction, kind }: { direction: Direction; kind: ExchangeKind }): string {
  return `${directionLabels[direction]} ${exchangeLabels[kind]}`;
}

/** "gave advice", "received a referral, big": the size where it is not the usual one. */
export function exchangeWords(exchange: { direction: Direction; kind: ExchangeKind; size: Size }): string {
  const size = exchange.size === 2 ? '' : `, ${sizeLabels[exchange.size]}`;
  return `${exchangedWords(exchange)}${size}`;
}

export const pitchLabels: Record<PitchLevel, string> = {
  none: 'none',
  invited: 'invited',
  uninvited: 'uninvited',
  relentless: 'relentless',
};

export const askLabels: Record<AskLevel, string> = {
  none: 'nothing',
  small: 'something small',
  advice: 'advice',
  introduction: 'an introduction',
  referral: 'a referral',
  business: 'business',
};

export const answerLabels: Record<z.infer<typeof AnswerDepth>, string> = {
  none: 'no answer',
  minimal: 'a short answer',
  full: 'a full answer',
};

export const conductLabels: Record<ConductCode, string> = {
  attentive: 'attentive',
  helpful: 'helpful',
  generous: 'generous',
  late: 'late',
  interrupted: 'interrupted',
  distracted: 'distracted',
  oversharing: 'told too much',
  pushy: 'pushy',
  soldAtFirstMeeting: 'sold at the first meeting',
  spokeIll: 'spoke ill of others',
  rude: 'rude',
  noShow: 'did not come',
  other: 'something else',
};

export const groundLabels: Record<Ground, string> = {
  mine: 'my ground',
  theirs: 'their ground',
  neutral: 'level ground',
  online: 'online',
};

export const groundChosenByLabels: Record<GroundChosenBy, string> = {
  me: 'I chose',
  them: 'they chose',
  both: 'we chose together',
};

export const initiatedByLabels: Record<InitiatedBy, string> = {
  me: 'I did',
  them: 'they did',
  both: 'both of us',
};

export const sideLabels: Record<Side, string> = { me: 'me', them: 'them' };

export const promiseByLabels: Record<Side, string> = { me: 'I promised', them: 'They promised' };

export const promiseStatusLabels: Record<PromiseStatus, string> = {
  open: 'open',
  kept: 'kept',
  late: 'kept late',
  broken: 'broken',
  released: 'released',
};

export const stageLabels: Record<Stage, string> = { know: 'Know', like: 'Like', trust: 'Trust' };

export const evidenceStageLabels: Record<EvidenceStage, string> = { none: 'Not met yet', ...stageLabels };

export const standingLabels: Record<StandingKind, string> = {
  active: 'Active',
  resting: 'Resting',
  letGo: 'Let go',
  keepDistance: 'Keep a polite distance',
  deceased: 'Deceased',
};

export const ringLabels: Record<Ring, string> = {
  inner: 'Inner 5',
  close: 'Close 15',
  active: 'Active 50',
  wider: 'Wider 150',
};

export const purposeLabels: Record<Purpose, string> = {
  business: 'Business',
  social: 'Company',
  learning: 'Learning',
  companionship: 'Companionship',
  fun: 'Fun',
  community: 'Community',
};

export const questionPurposeLabels: Record<QuestionPurpose, string> = {
  open: 'Openers',
  story: 'Stories',
  need: 'Needs',
  value: 'What they value',
  referral: 'Referrals',
  fun: 'Fun',
};

export const gatheringFormatLabels: Record<GatheringFormat, string> = {
  openNetworking: 'Open networking',
  oneToOneRounds: 'One-to-one rounds',
  conference: 'Conference',
  meetup: 'Meetup',
  workshop: 'Workshop',
  social: 'Social evening',
  online: 'Online',
};

export const rhythmStateLabels: Record<RhythmState, string> = {
  quiet: 'Left in peace',
  never: 'No contact yet',
  onRhythm: 'On rhythm',
  due: 'Due',
  slipping: 'Slipping',
  drifting: 'Drifting',
  dormant: 'Dormant',
};

export const channelLabels: Record<z.infer<typeof ChannelKind>, string> = {
  email: 'E-mail',
  phone: 'Phone',
  web: 'Web',
  social: 'Social network',
};

export const dateKindLabels: Record<z.infer<typeof PersonDate>['kind'], string> = {
  birthday: 'Birthday',
  anniversary: 'Anniversary',
  other: 'Other date',
};

export const easeLabels: Record<Rating, string> = {
  1: 'hard going',
  2: 'a little stiff',
  3: 'all right',
  4: 'easy',
  5: 'easy and fun',
};

export const opennessLabels: Record<Rating, string> = {
  1: 'closed',
  2: 'guarded',
  3: 'polite',
  4: 'open',
  5: 'very open',
};

/** 0.47 -> "47%" */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** `a third`, `20%`. */
export function partWords(share: number): string {
  return Math.abs(share - 1 / 3) < 0.005 ? 'a third' : percent(share);
}

/** `about one in three`, `about 20%`. A third, whether it is the default or not, reads best as one in three. */
export function aboutShare(share: number): string {
  return Math.abs(share - 1 / 3) < 0.005 ? 'about one in three' : `about ${percent(share)}`;
}

/** What time went into, in a word. */
export function channelWords(channel: Channel): string {
  switch (channel.kind) {
    case 'interaction':
      return kindLabels[channel.of];
    case 'gatherings':
      return 'Gatherings';
    case 'travel':
      return 'On the way';
    case 'own':
      return channel.name;
  }
}
