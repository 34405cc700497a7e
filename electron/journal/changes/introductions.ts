import type { ParsedInput } from '../../../shared/contract/contract';
import { Introduction, type PersonOrMe } from '../../../shared/model/introduction';
import type { CalendarDate, Id, Instant } from '../../../shared/model/primitives';
import type { RecordChange } from '../../../shared/model/record';
import { created, type Stamp } from '../../../shared/model/stamp';
import { epochMs } from '../../../shared/model/time';
import { failed, type Result, success } from '../../../shared/result';
import type { Tables } from '../tables/tables';
import { changeOf, knownFields, patched, saveRecord } from './edit';

const KNOWN = knownFields(Introduction);

/** The introduction, and the people in it who were not in the journal yet. */
export function saveIntroduction(
  tables: Tables,
  stamp: Stamp,
  { editing, introduction, newPeople }: ParsedInput<'introductions.save'>,
): Result<RecordChange[]> {
  const ids = new Map(newPeople.map(({ key }) => [key, stamp.newId()]));
  const real = (who: string): PersonOrMe => ids.get(who) ?? who;
  const fields = {
    ...introduction,
    by: real(introduction.by),
    a: real(introduction.a),
    b: real(introduction.b),
  };
  const wrong = whatMakesNoSense(fields, stamp);
  if (Object.keys(wrong).length > 0) return failed({ kind: 'invalidInput', fields: wrong });
  const isThere = (who: PersonOrMe) =>
    who === 'me' || [...ids.values()].includes(who) || tables.get('person', who) !== undefined;
  if (![fields.by, fields.a, fields.b].every(isThere)) return failed({ kind: 'notFound', what: 'person' });
  const saved = saveRecord(tables, stamp, 'introduction', editing, fields, KNOWN);
  if (!saved.ok) return saved;
  const people = newPeople.map(({ key, name }) =>
    changeOf('person', undefined, created({ name }, stamp, real(key))),
  );
  return success([...people, saved.value]);
}

function whatMakesNoSense(
  { by, a, b, at }: Pick<Introduction, 'by' | 'a' | 'b' | 'at'>,
  stamp: Stamp,
): Record<string, string> {
  if (a === b) return { 'introduction.b': 'An introduction needs two different people.' };
  if (by === a || by === b)
    return { 'introduction.by': 'Nobody introduces themselves: name a third person.' };
  if (epochMs(at) > epochMs(stamp.now)) return { 'introduction.at': 'This day has not come yet.' };
  return {};
}

/** When an introduction was noted elsewhere, without a record of its own: the day, or null. */
type OnDay = CalendarDate | null;

/** Thanked, reported back, or not after all: in every record of it, or in a new one. */
export function markIntroduction(
  tables: Tables,
  stamp: Stamp,
  { by, a, b, ...marks }: ParsedInput<'introductions.mark'>,
  on: OnDay,
): Result<RecordChange[]> {
  const known = [by, a, b].find((who) => who !== 'me');
  const records = (known === undefined ? [] : tables.introductionsOf(known)).filter(
    (one) => one.by === by && ((one.a === a && one.b === b) || (one.a === b && one.b === a)),
  );
  if (records.length > 0) return success(records.map((one) => patched('introduction', one, marks, stamp)));
  const wrong = whatMakesNoSense({ by, a, b, at: stamp.now }, stamp);
  if (Object.keys(wrong).length > 0) return failed({ kind: 'invalidInput', fields: wrong });
  if (![by, a, b].every((who) => who === 'me' || tables.get('person', who)))
    return failed({ kind: 'notFound', what: 'person' });
  const record = created({ by, a, b, at: noonOf(on, stamp.now), ...marks }, stamp);
  return success([changeOf('introduction', undefined, record)]);
}

/** In the offset of now: of the day alone no clock is known. Never later than now. */
function noonOf(on: OnDay, now: Instant): Instant {
  if (on === null) return now;
  const noon = `${on}T12:00:00${now.slice(19).replace(/^\.\d+/, '')}`;
  return epochMs(noon) < epochMs(now) ? noon : now;
}

export function deleteIntroduction(tables: Tables, id: Id): Result<RecordChange[]> {
  const introduction = tables.get('introduction', id);
  return introduction
    ? success([changeOf('introduction', introduction, undefined)])
    : failed({ kind: 'notFound', what: 'introduction' });
}
