import { setImmediate as nextTurn } from 'node:timers/promises';
import { foldText } from '../../../shared/fold-text';
import { plainText } from '../../../shared/plain-text';
import type { Circle, Gathering } from '../../../shared/model/gathering';
import type { Interaction } from '../../../shared/model/interaction';
import type { Introduction } from '../../../shared/model/introduction';
import type { Person } from '../../../shared/model/person';
import type { PromiseRecord } from '../../../shared/model/promise';
import type { RecordChange, RecordOf } from '../../../shared/model/record';
import type { Block, BlockText } from '../tables/chronology';
import type { Tables } from '../tables/tables';

/** What is looked through by id. Entries are looked through in their order in time. */
export type SearchableType = 'person' | 'promise' | 'gathering' | 'circle' | 'introduction';

const SLICE = 1_000;
const NAME_BREAK = /[\s-]+/;

/** A person's names as search compares them. */
export interface FoldedNames {
  name: string;
  /** The words of the name. */
  parts: readonly string[];
  organisation: string;
}

/**
 * The text of every record as search compares it, folded once and kept. Of entries a block at a time: folding 100,000
 * takes about a second, reading through the blocks some milliseconds, because it is one string after the other; an
 * inverted index would cost seconds and hundreds of megabytes.
 */
export class FoldedTexts {
  private readonly texts = new Map<string, string>();
  private readonly names = new Map<string, FoldedNames>();

  constructor(private readonly tables: Tables) {}

  of<T extends SearchableType>(type: T, record: RecordOf<T>): string {
    const known = this.texts.get(record.id);
    if (known !== undefined) return known;
    const text = foldText(wordsOf(type, record));
    this.texts.set(record.id, text);
    return text;
  }

  /** The texts of a block of entries, each with the names of those who took part. */
  ofBlock(block: Block): BlockText {
    return (block.text ??= this.readBlock(block));
  }

  private readBlock({ interactions }: Block): BlockText {
    const starts = new Int32Array(interactions.length + 1);
    const texts: string[] = [];
    let length = 0;
    for (const [index, interaction] of interactions.entries()) {
      starts[index] = length;
      const text = `${foldText(interactionWords(interaction))}\n${this.namesIn(interaction)}\n`;
      texts.push(text);
      length += text.length;
    }
    starts[interactions.length] = length;
    return { text: texts.join(''), starts };
  }

  private namesIn({ participants }: Interaction): string {
    const people = participants.map(({ personId }) => this.tables.get('person', personId));
    return people.map((person) => (person ? this.namesOf(person).name : '')).join('\n');
  }

  namesOf(person: Person): FoldedNames {
    const known = this.names.get(person.id);
    if (known) return known;
    const name = foldText(`${person.name} ${person.nickname ?? ''}`);
    const names = {
      name,
      parts: name.split(NAME_BREAK).filter((part) => part !== ''),
      organisation: foldText(`${person.organisation ?? ''} ${person.role ?? ''}`),
    };
    this.names.set(person.id, names);
    return names;
  }

  forget(changes: readonly RecordChange[]): void {
    for (const change of changes) {
      this.texts.delete(change.id);
      if (this.names.delete(change.id)) {
        for (const entry of this.tables.interactionsOf(change.id)) this.tables.chronology.touch(entry);
      }
    }
  }

  /** Folds everything ahead of the first search, a slice at a time. */
  async warm(isStopped: () => boolean): Promise<void> {
    let count = 0;
    for (const person of [...this.tables.all('person')]) {
      this.of('person', person);
      this.namesOf(person);
      if (++count % SLICE === 0) await nextTurn();
      if (isStopped()) return;
    }
    for (const block of [...this.tables.chronology.blocks]) {
      this.ofBlock(block);
      await nextTurn();
      if (isStopped()) return;
    }
  }
}

function wordsOf(type: SearchableType, record: RecordOf<SearchableType>): string {
  switch (type) {
    case 'person':
      return personWords(record as Person);
    case 'promise':
      return (record as PromiseRecord).what;
    case 'gathering': {
      const { name, place, intention, outcome, notes } = record as Gathering;
      return lines(name, place, intention, outcome, notes);
    }
    case 'introduction':
      return (record as Introduction).outcome ?? '';
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
    person.notes === undefined ? undefined : plainText(person.notes),
  );
}

/** Everything of an entry that was typed, one text a line. */
export function interactionWords(entry: Interaction): string {
  return lines(
    entry.notes === undefined ? undefined : plainText(entry.notes),
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
