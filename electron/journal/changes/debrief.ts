import { type Debrief, InteractionFields, type PromiseFields } from '../../../shared/contract/interactions';
import type { ParsedInput } from '../../../shared/contract/contract';
import type { Interaction } from '../../../shared/model/interaction';
import type { Id } from '../../../shared/model/primitives';
import type { PromiseRecord } from '../../../shared/model/promise';
import type { RecordChange } from '../../../shared/model/record';
import { created, type Stamp } from '../../../shared/model/stamp';
import { dateOf, epochMs } from '../../../shared/model/time';
import { failed, type Result, success } from '../../../shared/result';
import type { Tables } from '../tables/tables';
import { changeOf, patched, saveRecord } from './edit';

const KNOWN = Object.keys(InteractionFields.shape);

/** Clocks of two devices differ a little; what is noted as held may seem some minutes ahead. */
const CLOCK_TOLERANCE_MS = 10 * 60_000;

/** One debrief as changes: the new people, the entry, the promises made in it. */
export function saveDebrief(tables: Tables, stamp: Stamp, debrief: Debrief): Result<RecordChange[]> {
  const ids = new Map(debrief.newPeople.map(({ key }) => [key, stamp.newId()]));
  return changesOf(tables, stamp, debrief, ids, new Set());
}

/** `ids`: of the new people, by their keys. Those in `made` come into being elsewhere in the same change. */
function changesOf(
  tables: Tables,
  stamp: Stamp,
  debrief: Debrief,
  ids: ReadonlyMap<string, Id>,
  made: ReadonlySet<Id>,
): Result<RecordChange[]> {
  const wrong = whatMakesNoSense(debrief, stamp);
  if (Object.keys(wrong).length > 0) return failed({ kind: 'invalidInput', fields: wrong });
  const fields = withRealIds(debrief.interaction, ids);
  const unknown = fields.participants.find(
    ({ personId }) => !ids.has(personId) && !isKnown(tables, ids, personId),
  );
  if (unknown) return failed({ kind: 'notFound', what: 'person' });
  const entry = saveRecord(tables, stamp, 'interaction', debrief.editing, fields, KNOWN);
  if (!entry.ok) return entry;
  const people = debrief.newPeople.flatMap(({ key, name }) => {
    const id = ids.get(key);
    return id === undefined || made.has(id) ? [] : [newPerson(stamp, id, name, fields)];
  });
  const promises = savePromises(tables, stamp, entry.value.id, debrief, ids);
  if (!promises.ok) return promises;
  return success([...people, ...metEarlier(tables, stamp, fields), entry.value, ...promises.value]);
}

/** Who took part in something earlier than the day they were said to have been met was met that day at the latest. */
function metEarlier(
  tables: Tables,
  stamp: Stamp,
  { status, at, participants }: InteractionFields,
): RecordChange[] {
  if (status !== 'held') return [];
  const date = dateOf(at);
  return participants.flatMap(({ personId }) => {
    const person = tables.get('person', personId);
    const met = person?.met;
    if (!person || met?.date === undefined || met.date <= date) return [];
    return [patched('person', person, { met: { ...met, date } }, stamp)];
  });
}

function isKnown(tables: Tables, ids: ReadonlyMap<string, Id>, personId: Id): boolean {
  return tables.get('person', personId) !== undefined || [...ids.values()].includes(personId);
}

function whatMakesNoSense({ interaction, promises }: Debrief, stamp: Stamp): Record<string, string> {
  const fields: Record<string, string> = {};
  const ahead = epochMs(interaction.at) - epochMs(stamp.now);
  if (interaction.status === 'held' && ahead > CLOCK_TOLERANCE_MS) {
    fields['interaction.at'] = 'This lies in the future. Plan it instead, or change the time.';
  }
  if (interaction.answeredAt !== undefined && epochMs(interaction.answeredAt) < epochMs(interaction.at)) {
    fields['interaction.answeredAt'] = 'The answer came before the question. Look at the two times again.';
  }
  const madeOn = dateOf(interaction.at);
  for (const [index, promise] of promises.entries()) {
    if (promise.id === undefined && promise.dueOn !== undefined && promise.dueOn < madeOn) {
      fields[`promises.${index}.dueOn`] = 'This promise would be due before it was made.';
    }
  }
  return fields;
}

/** Keys of new people (`new:1`) become their ids, wherever a person is named. */
function withRealIds(fields: InteractionFields, ids: ReadonlyMap<string, Id>): InteractionFields {
  const real = <T extends { personId?: string | undefined }>(item: T): T =>
    item.personId === undefined ? item : { ...item, personId: ids.get(item.personId) ?? item.personId };
  const realAbout = <T extends { aboutPersonId?: string | undefined }>(item: T): T =>
    item.aboutPersonId === undefined
      ? item
      : { ...item, aboutPersonId: ids.get(item.aboutPersonId) ?? item.aboutPersonId };
  return {
    ...fields,
    participants: fields.participants.map(real),
    ...(fields.exchanges && { exchanges: fields.exchanges.map(real).map(realAbout) }),
    ...(fields.questionsAsked && { questionsAsked: fields.questionsAsked.map(real) }),
    ...(fields.conduct && { conduct: fields.conduct.map(real) }),
    ...(fields.pitch && { pitch: real(fields.pitch) }),
    ...(fields.ask && { ask: real(fields.ask) }),
    ...(fields.notes !== undefined && { notes: mentionRealIds(fields.notes, ids) }),
  };
}

/** A mention of somebody new links to their key until they have an id. */
function mentionRealIds(notes: string, ids: ReadonlyMap<string, Id>): string {
  return notes.replace(/rapport:\/\/person\/(new:\d+)/g, (link, key: string) => {
    const id = ids.get(key);
    return id === undefined ? link : `rapport://person/${id}`;
  });
}

function newPerson(stamp: Stamp, id: Id, name: string, fields: InteractionFields): RecordChange {
  // Not met: the meeting is planned or did not come about, or they were only spoken of.
  const isThere = fields.participants.some(({ personId }) => personId === id);
  if (fields.status !== 'held' || !isThere)
    return changeOf('person', undefined, created({ name }, stamp, id));
  const met = {
    date: dateOf(fields.at),
    ...(fields.gatheringId !== undefined && { gatheringId: fields.gatheringId }),
  };
  return changeOf('person', undefined, created({ name, met }, stamp, id));
}

function savePromises(
  tables: Tables,
  stamp: Stamp,
  interactionId: Id,
  debrief: Debrief,
  ids: ReadonlyMap<string, Id>,
): Result<RecordChange[]> {
  const changes: RecordChange[] = [];
  const kept = new Set(debrief.promises.map(({ id }) => id));
  for (const promise of tables.promisesMadeIn(interactionId)) {
    if (!kept.has(promise.id)) changes.push(changeOf('promise', promise, undefined));
  }
  for (const fields of debrief.promises) {
    const former = fields.id === undefined ? undefined : tables.get('promise', fields.id);
    if (fields.id !== undefined && !former) return failed({ kind: 'notFound', what: 'promise' });
    const promise = promiseOf(
      fields,
      interactionId,
      former?.madeOn ?? dateOf(debrief.interaction.at),
      ids,
      stamp,
    );
    if (!former) changes.push(changeOf('promise', undefined, created(promise, stamp)));
    else if (differs(former, promise)) changes.push(patched('promise', former, promise, stamp));
  }
  return success(changes);
}

type PromiseContent = Omit<PromiseRecord, 'id' | 'createdAt' | 'updatedAt' | 'rev'>;

function promiseOf(
  fields: PromiseFields,
  interactionId: Id,
  madeOn: string,
  ids: ReadonlyMap<string, Id>,
  stamp: Stamp,
): PromiseContent {
  const { personId, by, what, dueOn, status } = fields;
  const closedOn = status === 'open' ? undefined : (fields.closedOn ?? dateOf(stamp.now));
  return {
    personId: ids.get(personId) ?? personId,
    interactionId,
    by,
    what,
    madeOn,
    dueOn,
    status,
    closedOn,
  };
}

function differs(former: PromiseRecord, next: PromiseContent): boolean {
  return (Object.keys(next) as (keyof PromiseContent)[]).some((key) => former[key] !== next[key]);
}

export function deleteInteraction(tables: Tables, id: Id): Result<RecordChange[]> {
  const entry = tables.get('interaction', id);
  if (!entry) return failed({ kind: 'notFound', what: 'entry' });
  const promises = tables.promisesMadeIn(id).map((promise) => changeOf('promise', promise, undefined));
  return success([changeOf('interaction', entry, undefined), ...promises]);
}

/** One-to-one rounds: the gathering, when it is new, and a debrief each; together one change. */
export function saveRounds(
  tables: Tables,
  stamp: Stamp,
  { gathering, rounds }: ParsedInput<'interactions.saveRounds'>,
): Result<{ gatheringId: Id; changes: RecordChange[] }> {
  const changes: RecordChange[] = [];
  let gatheringId: Id;
  if ('id' in gathering) {
    gatheringId = gathering.id;
    if (!tables.get('gathering', gatheringId)) return failed({ kind: 'notFound', what: 'gathering' });
  } else {
    const record = created(gathering.fields, stamp);
    gatheringId = record.id;
    changes.push(changeOf('gathering', undefined, record));
  }
  const people = new Map<string, Id>();
  for (const [index, round] of rounds.entries()) {
    const made = new Set(people.values());
    const ids = new Map(round.newPeople.map((person) => [person.key, idIn(people, person, stamp)]));
    const interaction = { ...round.interaction, gatheringId };
    const saved = changesOf(tables, stamp, { ...round, interaction }, ids, made);
    if (!saved.ok) return atRound(saved, index);
    changes.push(...saved.value);
  }
  return success({ gatheringId, changes });
}

/** Somebody new in several rounds is one person. The name counts too: each round may have counted its keys from one. */
function idIn(people: Map<string, Id>, { key, name }: { key: string; name: string }, stamp: Stamp): Id {
  const who = `${key} ${name}`;
  const id = people.get(who) ?? stamp.newId();
  people.set(who, id);
  return id;
}

/** Says in which round the input was wrong. */
function atRound(result: Extract<Result<never>, { ok: false }>, index: number): Result<never> {
  if (result.failure.kind !== 'invalidInput') return result;
  const fields: Record<string, string> = {};
  for (const [path, message] of Object.entries(result.failure.fields))
    fields[`rounds.${index}.${path}`] = message;
  return failed({ kind: 'invalidInput', fields });
}

/** What the palette and the undo toast call an entry: "entry with Maya Okonjo". */
export function entryLabel(
  tables: Tables,
  interaction: Pick<Interaction, 'participants'>,
  newNames: readonly string[] = [],
) {
  const names = interaction.participants.flatMap(
    ({ personId }) => tables.get('person', personId)?.name ?? [],
  );
  const [first, ...others] = [...names, ...newNames];
  if (first === undefined) return 'entry';
  return others.length === 0 ? `entry with ${first}` : `entry with ${first} and ${others.length} more`;
}
