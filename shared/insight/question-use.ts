/** How the questions of the bank fare: how often each was asked, how fully it was answered, and by whom. */
import type { QuestionAsked } from '../model/interaction';
import type { Id } from '../model/primitives';
import type { Question, QuestionPurpose } from '../model/question';
import type { Norms } from './norms';
import type { Asked } from './questions-asked';
import type { EvidenceRef, Reading } from './types';

/** What one person was asked. */
export interface AskedOf {
  personId: Id;
  asked: readonly Asked[];
}

/**
 * Of one question, or of all of one purpose. Each question of an entry counts once, however many people it was asked of.
 */
export interface QuestionUse {
  /** How often it was asked: two questions of a purpose in one entry are two. */
  times: number;
  /** All entries in which it was asked, oldest first. */
  asked: EvidenceRef[];
  /** By how it was answered; one whose answer was not noted is in none. */
  answers: Record<NonNullable<QuestionAsked['answer']>, EvidenceRef[]>;
  /** Who answered it in full, most often first. */
  fullFrom: Id[];
  /** Full answers of those noted. */
  fullShare: Reading<{ share: number }>;
}

export interface BankUse {
  byQuestion: ReadonlyMap<Id, QuestionUse>;
  byPurpose: ReadonlyMap<QuestionPurpose, QuestionUse>;
}

/** The order of people and of their lists changes nothing. */
export function bankUse(
  people: Iterable<AskedOf>,
  bank: Iterable<Question>,
  norms: Norms['comparison'],
): BankUse {
  const purposes = new Map<Id, QuestionPurpose>();
  for (const { id, purpose } of bank) purposes.set(id, purpose);
  const byQuestion = new Map<Id, Tally>();
  const byPurpose = new Map<QuestionPurpose, Tally>();
  for (const { personId, asked } of people) {
    for (const one of asked) {
      const purpose = one.questionId === undefined ? undefined : purposes.get(one.questionId);
      if (one.questionId === undefined || purpose === undefined) continue;
      tallyOf(byQuestion, one.questionId).add(personId, one);
      tallyOf(byPurpose, purpose).add(personId, one);
    }
  }
  return { byQuestion: usesOf(byQuestion, norms), byPurpose: usesOf(byPurpose, norms) };
}

function tallyOf<K>(tallies: Map<K, Tally>, key: K): Tally {
  const known = tallies.get(key);
  if (known) return known;
  const tally = new Tally();
  tallies.set(key, tally);
  return tally;
}

function usesOf<K>(tallies: ReadonlyMap<K, Tally>, norms: Norms['comparison']): Map<K, QuestionUse> {
  return new Map([...tallies].map(([key, tally]) => [key, tally.use(norms.answersNeeded)]));
}

class Tally {
  private readonly asked = new Askings();
  private readonly answers = { none: new Askings(), minimal: new Askings(), full: new Askings() };
  private readonly full = new Map<Id, number>();

  add(personId: Id, one: Asked): void {
    const { answer } = one;
    this.asked.add(one);
    if (answer === undefined) return;
    this.answers[answer].add(one);
    if (answer === 'full') this.full.set(personId, (this.full.get(personId) ?? 0) + 1);
  }

  use(need: number): QuestionUse {
    const { none, minimal, full } = this.answers;
    const have = none.size + minimal.size + full.size;
    return {
      times: this.asked.size,
      asked: this.asked.inOrder(),
      answers: { none: none.inOrder(), minimal: minimal.inOrder(), full: full.inOrder() },
      fullFrom: [...this.full].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id),
      fullShare: have < need ? { kind: 'tooEarly', have, need } : { kind: 'known', share: full.size / have },
    };
  }
}

/** Questions of entries, and the entries that they are in: each once. */
class Askings {
  private readonly questions = new Set<string>();
  private readonly entries = new Map<Id, { ref: EvidenceRef; at: number }>();

  get size(): number {
    return this.questions.size;
  }

  add({ questionId, ref, at }: Asked): void {
    this.questions.add(`${ref.id} ${questionId}`);
    this.entries.set(ref.id, { ref, at });
  }

  /** Oldest first. */
  inOrder(): EvidenceRef[] {
    return [...this.entries.values()]
      .sort((a, b) => a.at - b.at || (a.ref.id < b.ref.id ? -1 : 1))
      .map(({ ref }) => ref);
  }
}
