import { setImmediate as nextTurn } from 'node:timers/promises';
import { foldText } from '../../../shared/fold-text';
import type { Circle, Gathering } from '../../../shared/model/gathering';
import type { Interaction } from '../../../shared/model/interaction';
import type { Person } from '../../../shared/model/person';
import type { PromiseRecord } from '../../../shared/model/promise';
import type { RecordChange, RecordOf } from '../../../shared/model/record';
import type { Tables } from '../tables';

export type SearchableType = 'person' | 'interaction' | 'promise' | 'gathering' | 'circle';

const SLICE = 1_000;

/**
 * The text of every record as search compares it, folded once and kept. Folding 100,000 entries takes about a second, a
 * scan over the folded text some milliseconds; an inverted index would cost seconds and hundreds of megabytes.
 */
export class FoldedTexts {
  private readonly texts = new Map<string, string>();

  constructor(private readonly tables: Tables) {}

  of<T extends SearchableType>(type: T, record: RecordOf<T>): string {
    const known = this.texts.get(record.id);
    if (known !== undefined) return known;
    const text = foldText(wordsOf(type, record));
    this.texts.set(record.id, text);
    return text;
  }

  forget(changes: readonly RecordChange[]): void {
    for (const change of changes) this.texts.delete(change.id);
  }

  /** Folds everything ahead of the first search, a slice at a time. */
  async warm(isStopped: () => boolean): Promise<void> {
    for (const type of ['person', 'interaction', 'promise', 'gathering'] as const) {
      let count = 0;
      for (const record of [...this.tables.all(type)]) {
        this.of(type, record);
        if (++count % SLICE === 0) await nextTurn();
        if (isStopped()) return;
      }
    }
  }
}

function wordsOf(type: SearchableType, record: RecordOf<SearchableType>): string {
  switch (type) {
    case 'person':
      return personWords(record as Person);
    case 'interaction':
      return interactionWords(record as Interaction);
    case 'promise':
      return (record as PromiseRecord).what;
    case 'gathering': {
      const { name, place, intention, outcome, notes } = record as Gathering;
      return lines(name, place, intention, outcome, notes);
    }
    case 'circle': {
      const { name, kind, notes } = record as Circle;
      return lines(name, kind, notes);
    }
  }
}

function lines(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n');
}

function personWords(person: Person): string {
  return lines(
    person.name,
    person.nickname,
    person.organisation,
    person.role,
    person.headline,
    person.location,
    ...(person.channels ?? []).map((channel) => channel.value),
    ...(person.tags ?? []),
    ...(person.needs ?? []),
    ...(person.inCommon ?? []),
    ...(person.incumbents ?? []),
    person.idealReferral,
    ...(person.customFields ?? []).map((field) => `${field.name} ${field.value}`),
    person.standing?.reason,
    person.standing?.closingNote,
    person.notes,
  );
}

function interactionWords(entry: Interaction): string {
  return lines(
    entry.notes,
    entry.place,
    entry.followUpReason,
    entry.nextStep,
    entry.theyAsked,
    ...(entry.tags ?? []),
    ...entry.participants.map((participant) => participant.note),
    ...(entry.exchanges ?? []).map((exchange) => exchange.note),
    ...(entry.conduct ?? []).map((conduct) => conduct.note),
    ...(entry.questionsAsked ?? []).map((question) => question.text),
    entry.feedback?.given,
    entry.feedback?.heldBack,
    entry.feedback?.askedFor,
  );
}
