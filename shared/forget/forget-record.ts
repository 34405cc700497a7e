import type { Interaction } from '../model/interaction';
import type { Id } from '../model/primitives';
import type { RecordOf } from '../model/record';
import type { RecordType } from '../model/record-types';
import type { Traces } from './traces';

/** Whom to take out, and what goes or stays because of it. */
export interface Forgetting {
  traces: Traces;
  /** Entries that were with them and nobody else: they go. */
  alone: ReadonlySet<Id>;
  /** Entries with others too: they stay, and are about them. */
  shared: ReadonlySet<Id>;
}

/** What somebody's entries come to: those with nobody else go with them. */
export function entriesOf(personId: Id, entries: Iterable<Interaction>): Omit<Forgetting, 'traces'> {
  const alone = new Set<Id>();
  const shared = new Set<Id>();
  for (const { id, participants } of entries) {
    if (!participants.some((one) => one.personId === personId)) continue;
    if (participants.every((one) => one.personId === personId)) alone.add(id);
    else shared.add(id);
  }
  return { alone, shared };
}

/**
 * A record without somebody: null when it goes with them, the record itself when it holds nothing of them. What says that
 * it is about them (an exchange, a line on a list) goes; what else was written stays, with "somebody" in place of the name.
 */
export function forgetInRecord<T extends RecordType>(
  type: T,
  record: RecordOf<T>,
  forgetting: Forgetting,
): RecordOf<T> | null {
  // The compiler cannot follow that the two go together.
  const one = { type, record } as unknown as TypedRecord;
  if (goesWith(one, forgetting)) return null;
  const text = JSON.stringify(record);
  const orphaned = one.type === 'promise' && forgetting.alone.has(one.record.interactionId ?? '');
  if (!orphaned && !forgetting.traces.mayBeIn(text)) return record;
  const left = forgetInValue(record, isAbout(one, text, forgetting), forgetting.traces);
  // Of a record only words and references were taken out: it is of the same kind.
  const next = { ...(left as RecordOf<T>), ...settled(one, forgetting) };
  if (orphaned) Reflect.deleteProperty(next, 'interactionId');
  return JSON.stringify(next) === text ? record : next;
}

type TypedRecord = { [T in RecordType]: { type: T; record: RecordOf<T> } }[RecordType];

/** Anything else that may hold words of them: a file's header, a list that this version does not know. */
export function forgetInValue(value: unknown, about: boolean, traces: Traces): unknown {
  if (typeof value === 'string') return traces.mayBeIn(value) || about ? traces.redact(value, about) : value;
  if (Array.isArray(value)) {
    return value.filter((item) => !isOnly(item, traces)).map((item) => forgetInValue(item, about, traces));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => !isOnly(field, traces))
      .map(([key, field]) => [key, FIXED.has(key) ? field : forgetInValue(field, about, traces)]),
  );
}

/** Fields that say nothing of anybody: ids, dates, choices out of a list. */
const FIXED = new Set(['id', 'createdAt', 'updatedAt', 'rev', 'avatar']);

/** Their id, or something that names them as whom it is about: it goes as a whole. */
function isOnly(value: unknown, { personId }: Traces): boolean {
  if (value === personId) return true;
  return typeof value === 'object' && value !== null && 'personId' in value && value.personId === personId;
}

function goesWith({ type, record }: TypedRecord, { traces, alone }: Forgetting): boolean {
  const { personId } = traces;
  switch (type) {
    case 'person':
      return record.id === personId;
    case 'interaction':
      return alone.has(record.id) || record.participants.every((one) => one.personId === personId);
    case 'promise':
      return record.personId === personId;
    case 'introduction':
      return [record.by, record.a, record.b].includes(personId);
    case 'snooze':
      return record.line.includes(personId);
    default:
      return false;
  }
}

function isAbout({ type, record }: TypedRecord, text: string, { traces, shared }: Forgetting): boolean {
  if (type === 'promise') return shared.has(record.interactionId ?? '');
  return shared.has(record.id) || text.includes(traces.personId);
}

/** Fields that are more than words: somebody else's own name, and how many took part. */
function settled({ type, record }: TypedRecord, { traces }: Forgetting): object {
  if (type === 'person') {
    // It is never taken apart, whoever introduced them.
    const { name, nickname } = record;
    const own = { name: traces.redact(name, false) };
    return nickname === undefined ? own : { ...own, nickname: traces.redact(nickname, false) };
  }
  if (type !== 'interaction') return {};
  const gone = record.participants.filter(({ personId }) => personId === traces.personId).length;
  return gone === 0 ? {} : { unnamed: (record.unnamed ?? 0) + gone };
}
