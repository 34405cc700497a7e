import type {
  AnswerDepth,
  ConductCode,
  Exchange,
  ExchangeKind,
  Interaction,
  InteractionKind,
} from '../model/interaction';
import type { Person, StandingKind } from '../model/person';
import type { PromiseStatus } from '../model/promise';
import type { Gathering } from '../model/gathering';
import type { z } from 'zod';
import type { When } from './calendar';

/**
 * The notation in which the sample is written. People are named by short keys (`maya`). Texts may mention a person as
 * `{walter}`, which becomes a Markdown link to that person.
 */
export type PersonKey = string;

type PersonFacts = Pick<
  Person,
  | 'nickname'
  | 'pronouns'
  | 'organisation'
  | 'role'
  | 'headline'
  | 'location'
  | 'tags'
  | 'purposes'
  | 'ring'
  | 'rhythmDays'
  | 'mentor'
  | 'needs'
  | 'inCommon'
  | 'idealReferral'
  | 'incumbents'
  | 'customFields'
  | 'notes'
>;

export interface PersonStory extends PersonFacts {
  key: PersonKey;
  name: string;
  email?: string;
  phone?: string;
  web?: string;
  social?: string;
  circles?: CircleKey[];
  met?: { on?: When; at?: string; by?: PersonKey[] };
  /** A yearly date, `1979-04-15` or `--04-15`; or a time of the story, from which the year is left out. */
  birthday?: string;
  anniversary?: { on: string; label: string };
  standing?: { kind: StandingKind; since: When; reason?: string; closingNote?: string };
  partnerSince?: When;
}

export type CircleKey = 'club' | 'founders' | 'ledger' | 'walkers';

export interface Gift {
  kind: ExchangeKind;
  size: Exchange['size'];
  note?: string;
  who?: PersonKey;
  about?: PersonKey;
}

export interface PromiseStory {
  by: 'me' | 'them';
  who?: PersonKey;
  what: string;
  due?: When;
  /** Absent: open. */
  became?: Exclude<z.infer<typeof PromiseStatus>, 'open'>;
  closed?: When;
}

type InteractionFacts = Partial<
  Pick<
    Interaction,
    | 'status'
    | 'calledOffBy'
    | 'remindersSent'
    | 'minutes'
    | 'travelMinutes'
    | 'place'
    | 'ground'
    | 'groundChosenBy'
    | 'initiatedBy'
    | 'answered'
    | 'talkShare'
    | 'ease'
    | 'openness'
    | 'questionsTheyAsked'
    | 'theyAsked'
    | 'feedback'
    | 'followUpReason'
    | 'nextStep'
    | 'stageRead'
    | 'repaired'
    | 'tags'
  >
>;

export interface EntryStory extends InteractionFacts {
  /** Absent: on the day of the gathering. */
  on?: When;
  /** `HH:MM`; absent: an hour that suits the kind. */
  time?: string;
  kind: InteractionKind;
  /** Absent: with the arc's main person. */
  with?: (
    PersonKey | { who: PersonKey; note?: string; talkShare?: number; ease?: number; openness?: number }
  )[];
  gathering?: string;
  /** Written kinds: hours until the reply. */
  repliedAfter?: number;
  /** The key of a question of the bank, or a question of one's own. */
  asked?: [question: string, answer: z.infer<typeof AnswerDepth>][];
  gave?: Gift[];
  got?: Gift[];
  pitch?: { mine?: PitchLevel; theirs?: PitchLevel };
  ask?: { mine?: AskLevel; theirs?: AskLevel };
  conduct?: { who: 'me' | 'them'; code: z.infer<typeof ConductCode>; note?: string }[];
  promises?: PromiseStory[];
  /** The notes. */
  text?: string;
}

type PitchLevel = NonNullable<NonNullable<Interaction['pitch']>['mine']>;
type AskLevel = NonNullable<NonNullable<Interaction['ask']>['mine']>;

export interface IntroductionStory {
  by: PersonKey | 'me';
  a: PersonKey | 'me';
  b: PersonKey | 'me';
  on: When;
  askedBoth?: boolean;
  outcome?: string;
  thanked?: boolean;
  reportedBack?: boolean;
}

/** One story: its people, what happened, and who led whom to whom. The first person is the main one. */
export interface Arc {
  people: PersonStory[];
  entries: EntryStory[];
  introductions?: IntroductionStory[];
}

/** How this person is to deal with: see `manners.ts`. */
export type Manner =
  'warm' | 'fair' | 'cool' | 'wall' | 'iTalk' | 'theyTalk' | 'iGive' | 'iTake' | 'sells' | 'even';

/** A person without a story of their own: a plan of when and how we were in touch; the words come from the stock. */
export interface CastStory {
  person: PersonStory;
  manner: Manner;
  /**
   * Contacts as `week:kind`, such as `60:coffee` or `60fri:mail`. Marks behind it: `!` they began it, `-` no answer, `~x`
   * they called it off, `~m` I did, `~n` they did not come, `~p` planned.
   */
  plan: string;
  /** What we talk about, as it reads after "about": "the second bakery". */
  subjects: string[];
  /** Moments that need their own words. */
  told?: EntryStory[];
  /** The weeks between which small talk may be added to fill up the sample. */
  smallTalk?: [from: number, to: number];
}

export interface GatheringStory extends Partial<
  Pick<
    Gathering,
    'place' | 'format' | 'minutesPerRound' | 'intention' | 'outcome' | 'minutes' | 'cost' | 'notes'
  >
> {
  key: string;
  name: string;
  on: When;
  /** `HH:MM` */
  from: string;
  /** The hour it ends; with `lastDay` on a later day. */
  to?: string;
  lastDay?: When;
  circle?: CircleKey;
}
