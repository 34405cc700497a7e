/** How the two sides met and dealt with each other: conduct, pitches, meetings, invitations, ground, promises and asks. */
import { ConductCode } from '../../model/interaction';
import type { Id } from '../../model/primitives';
import { isAboveStage } from '../asks';
import type { Norms } from '../norms';
import type { EvidenceStage, Reading } from '../types';
import type { Contribution, PitchMade } from './contribution';
import { OUTCOMES, type PlannedOutcome } from '../planned';
import { type Ground, GROUNDS } from './meetings';
import { PROMISE_STATES, type PromiseState } from './promise-refs';
import { Bag, Groups, type Sign, type Tally } from './tally';

type Who = 'me' | 'them';

export interface GroundFigure {
  ground: Ground;
  meetings: number;
  reading: Reading<{ ease: number | null; openness: number | null }>;
  travelMinutes: number | null;
}

/** How many there are of each, and the share kept, in time or late, of those closed as kept, late or broken. */
export type PromiseFigure = Record<PromiseState, number> & { reliability: Reading<{ share: number }> };

/** Entries are counted once, however many people took part. */
export interface MannerFigures {
  conduct: { who: Who; code: ConductCode; entries: number; people: number }[];
  pitches: { who: Who; level: PitchMade; entries: number }[];
  planned: { outcome: PlannedOutcome; entries: number }[];
  reminders: number;
  invitations: { side: 'given' | 'received'; sent: number; came: number }[];
  grounds: GroundFigure[];
  promises: { mine: PromiseFigure; theirs: PromiseFigure };
  asks: { stage: EvidenceStage; asked: number; answered: number; early: number }[];
}

const SIDES: readonly Who[] = ['me', 'them'];
const PITCHES_MADE: readonly PitchMade[] = ['invited', 'uninvited', 'relentless'];
const ASK_STAGES: readonly EvidenceStage[] = ['none', 'know', 'like', 'trust'];

export class MannerTally implements Tally<MannerFigures> {
  private readonly conduct = new Groups<`${Who} ${ConductCode}`, ConductPart>(() => new ConductPart());
  private readonly pitches = new Groups<`${Who} ${PitchMade}`, Bag>(() => new Bag());
  private readonly planned = new Groups<PlannedOutcome, Bag>(() => new Bag());
  /** By entry and number: while an entry is changed, some of its people still have the former number. */
  private readonly reminded = new Bag();
  private reminders = 0;
  private readonly invitations = new Groups<'given' | 'received', InvitationPart>(() => new InvitationPart());
  private readonly grounds = new Groups<Ground, GroundPart>(() => new GroundPart());
  private readonly promises = { mine: noPromises(), theirs: noPromises() };
  private readonly asks = new Groups<EvidenceStage, AskPart>(() => new AskPart());

  count(one: Contribution, sign: Sign): void {
    for (const { who, code, ref } of one.conduct)
      this.conduct.change(`${who} ${code}`, (part) => part.count(ref.id, one.personId, sign));
    for (const { who, level, ref } of one.pitches)
      this.pitches.change(`${who} ${level}`, (part) => void part.count(ref.id, sign));
    for (const { outcome, reminders, ref } of one.planned) {
      this.planned.change(outcome, (part) => void part.count(ref.id, sign));
      if (reminders > 0) this.reminders += this.reminded.count(`${ref.id} ${reminders}`, sign) * reminders;
    }
    for (const { side, came, ref } of one.invitations)
      this.invitations.change(side, (part) => part.count(ref.id, came, sign));
    for (const note of one.grounds) this.grounds.change(note.ground, (part) => part.count(note, sign));
    for (const side of ['mine', 'theirs'] as const)
      for (const state of PROMISE_STATES)
        this.promises[side][state] += sign * one.promises[side][state].length;
    for (const ask of one.asks) this.asks.change(ask.stage, (part) => part.count(ask, sign));
  }

  figures(norms: Norms['comparison']): MannerFigures {
    return {
      conduct: this.conductFigures(),
      pitches: this.pitchFigures(),
      planned: OUTCOMES.flatMap((outcome) => {
        const entries = this.planned.get(outcome)?.size ?? 0;
        return entries === 0 ? [] : [{ outcome, entries }];
      }),
      reminders: this.reminders,
      invitations: (['given', 'received'] as const).flatMap((side) => {
        const part = this.invitations.get(side);
        return part ? [{ side, sent: part.size, came: part.came }] : [];
      }),
      grounds: GROUNDS.map((ground) =>
        (this.grounds.get(ground) ?? new GroundPart()).figure(ground, norms.ground),
      ),
      promises: {
        mine: promiseFigure(this.promises.mine, norms.reliability),
        theirs: promiseFigure(this.promises.theirs, norms.reliability),
      },
      asks: ASK_STAGES.map((stage) => {
        const { size, answered, early } = this.asks.get(stage) ?? new AskPart();
        return { stage, asked: size, answered, early };
      }),
    };
  }

  private conductFigures(): MannerFigures['conduct'] {
    const found = SIDES.flatMap((who) =>
      ConductCode.options.flatMap((code) => {
        const part = this.conduct.get(`${who} ${code}`);
        return part ? [{ who, code, entries: part.size, people: part.people.size }] : [];
      }),
    );
    return found.sort((a, b) => b.entries - a.entries);
  }

  private pitchFigures(): MannerFigures['pitches'] {
    const found = SIDES.flatMap((who) =>
      PITCHES_MADE.flatMap((level) => {
        const part = this.pitches.get(`${who} ${level}`);
        return part ? [{ who, level, entries: part.size }] : [];
      }),
    );
    return found.sort((a, b) => b.entries - a.entries);
  }
}

class ConductPart {
  private readonly entries = new Bag();
  readonly people = new Bag();

  get size(): number {
    return this.entries.size;
  }

  count(entryId: Id, personId: Id, sign: Sign): void {
    this.entries.count(entryId, sign);
    this.people.count(personId, sign);
  }
}

class InvitationPart {
  private readonly sent = new Bag();
  private readonly followed = new Bag();

  get size(): number {
    return this.sent.size;
  }

  get came(): number {
    return this.followed.size;
  }

  count(entryId: Id, came: boolean, sign: Sign): void {
    this.sent.count(entryId, sign);
    if (came) this.followed.count(entryId, sign);
  }
}

/** Whole numbers all of them: their sums are exact. */
class GroundPart {
  private readonly meetings = new Bag();
  private readonly sums = { ease: whole(), openness: whole(), travelMinutes: whole() };

  get size(): number {
    return this.meetings.size;
  }

  count(note: Contribution['grounds'][number], sign: Sign): void {
    this.meetings.count(note.ref.id, sign);
    for (const figure of ['ease', 'openness', 'travelMinutes'] as const) {
      const value = note[figure];
      if (value === null) continue;
      this.sums[figure].sum += sign * value;
      this.sums[figure].n += sign;
    }
  }

  /** A meeting of several is one, with the mean of what was noted of each. */
  figure(ground: Ground, need: number): GroundFigure {
    const { ease, openness, travelMinutes } = this.sums;
    return {
      ground,
      meetings: this.size,
      travelMinutes: meanOf(travelMinutes),
      reading:
        this.size < need
          ? { kind: 'tooEarly', have: this.size, need }
          : { kind: 'known', ease: meanOf(ease), openness: meanOf(openness) },
    };
  }
}

function whole(): { sum: number; n: number } {
  return { sum: 0, n: 0 };
}

function meanOf({ sum, n }: { sum: number; n: number }): number | null {
  return n === 0 ? null : sum / n;
}

class AskPart {
  private readonly entries = new Bag();
  answered = 0;
  early = 0;

  get size(): number {
    return this.entries.size;
  }

  count(ask: Contribution['asks'][number], sign: Sign): void {
    this.entries.count(ask.interactionId, sign);
    if (ask.answered) this.answered += sign;
    if (isAboveStage(ask)) this.early += sign;
  }
}

function noPromises(): Record<PromiseState, number> {
  return { kept: 0, late: 0, broken: 0, released: 0, open: 0, overdue: 0 };
}

function promiseFigure(counts: Record<PromiseState, number>, need: number): PromiseFigure {
  const good = counts.kept + counts.late;
  const have = good + counts.broken;
  return {
    ...counts,
    reliability: have < need ? { kind: 'tooEarly', have, need } : { kind: 'known', share: good / have },
  };
}
