import type { Interaction } from '../model/interaction';
import type { Id } from '../model/primitives';
import { type AnyRecord, recordSchemas, type RecordOf } from '../model/record';
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
 * Throws when what is left would not be a valid record: then nothing must be written.
 */
export function forgetInRecord<T extends RecordType>(
  type: T,
  record: RecordOf<T>,
  forgetting: Forgetting,
): RecordOf<T> | null {
  if (goesWith(type, record, forgetting)) return null;
  const text = JSON.stringify(record);
  const orphaned =
    type === 'promise' && forgetting.alone.has((record as RecordOf<'promise'>).interactionId ?? '');
  if (!orphaned && !forgetting.traces.mayBeIn(text)) return record;
  const left = forgetInValue(record, isAbout(type, record, text, forgetting), forgetting.traces);
  const next = { ...(left as RecordOf<T>) };
  if (type === 'person') keepOwnName(record as RecordOf<'person'>, next as RecordOf<'person'>, forgetting);
  if (orphaned) delete (next as Partial<RecordOf<'promise'>>).interactionId;
  if (type === 'interaction') countUnnamed(record as Interaction, next as Interaction);
  if (JSON.stringify(next) === text) return record;
  recordSchemas[type].parse(next);
  return next;
}

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

function goesWith(type: RecordType, record: AnyRecord, { traces, alone }: Forgetting): boolean {
  const { personId } = traces;
  switch (type) {
    case 'person':
      return record.id === personId;
    case 'interaction':
      return (
        alone.has(record.id) || (record as Interaction).participants.every((one) => one.personId === personId)
      );
    case 'promise':
      return (record as RecordOf<'promise'>).personId === personId;
    case 'introduction': {
      const { by, a, b } = record as RecordOf<'introduction'>;
      return [by, a, b].includes(personId);
    }
    case 'snooze':
      return (record as RecordOf<'snooze'>).line.includes(personId);
    default:
      return false;
  }
}

function isAbout(type: RecordType, record: AnyRecord, text: string, { traces, shared }: Forgetting): boolean {
  if (type === 'promise') return shared.has((record as RecordOf<'promise'>).interactionId ?? '');
  return shared.has(record.id) || text.includes(traces.personId);
}

/** Somebody else's own name is never taken apart, whoever introduced them. */
function keepOwnName(before: RecordOf<'person'>, after: RecordOf<'person'>, { traces }: Forgetting): void {
  after.name = traces.redact(before.name, false);
  if (before.nickname !== undefined) after.nickname = traces.redact(before.nickname, false);
}

/** Who took part stays counted, without a name. */
function countUnnamed(before: Interaction, after: Interaction): void {
  const gone = before.participants.length - after.participants.length;
  if (gone > 0) after.unnamed = (before.unnamed ?? 0) + gone;
}
