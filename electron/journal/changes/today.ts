import type { ParsedInput } from '../../../shared/contract/contract';
import { awayUntil } from '../../../shared/insight/today';
import type { Norms } from '../../../shared/insight/norms';
import type { RecordChange } from '../../../shared/model/record';
import type { CalendarDate, Id } from '../../../shared/model/primitives';
import { TimeLog } from '../../../shared/model/season';
import type { Snooze } from '../../../shared/model/snooze';
import { created, type Stamp } from '../../../shared/model/stamp';
import { failed, type Result, success } from '../../../shared/result';
import type { Tables } from '../tables/tables';
import { changeOf, knownFields, saveRecord } from './edit';

/** Puts a line of Today off, or marks it as done. Marks that are over go with the change: they would only pile up. */
export function putOff(
  tables: Tables,
  stamp: Stamp,
  { today, norms }: { today: CalendarDate; norms: Norms['today'] },
  { key, for: span }: ParsedInput<'today.putOff'>,
): Result<RecordChange[]> {
  return success(
    mark(tables, stamp, today, {
      line: key,
      until: awayUntil(key, today, span, norms),
      ...(span === 'done' ? { done: true } : {}),
    }),
  );
}

export function mark(
  tables: Tables,
  stamp: Stamp,
  today: CalendarDate,
  fields: Pick<Snooze, 'line' | 'until' | 'done'>,
): RecordChange[] {
  const over = marksOf(tables, ({ line, until }) => line === fields.line || until <= today);
  return [
    ...over.map((snooze) => changeOf('snooze', snooze, undefined)),
    changeOf('snooze', undefined, created(fields, stamp)),
  ];
}

/** The line is shown again. */
export function bringBack(tables: Tables, key: string): Result<RecordChange[]> {
  const marks = marksOf(tables, ({ line }) => line === key);
  if (marks.length === 0) return failed({ kind: 'notFound', what: 'snoozed line' });
  return success(marks.map((snooze) => changeOf('snooze', snooze, undefined)));
}

function marksOf(tables: Tables, test: (snooze: Snooze) => boolean): Snooze[] {
  return [...tables.all('snooze')].filter(test);
}

const KNOWN = knownFields(TimeLog);

export function saveTimeLog(
  tables: Tables,
  stamp: Stamp,
  { editing, timeLog }: ParsedInput<'timeLogs.save'>,
): Result<RecordChange[]> {
  if (timeLog.minutes === 0) {
    return failed({ kind: 'invalidInput', fields: { 'timeLog.minutes': 'Say how long it took.' } });
  }
  const saved = saveRecord(tables, stamp, 'timeLog', editing, timeLog, KNOWN);
  return saved.ok ? success([saved.value]) : saved;
}

export function deleteTimeLog(tables: Tables, id: Id): Result<RecordChange[]> {
  const log = tables.get('timeLog', id);
  return log
    ? success([changeOf('timeLog', log, undefined)])
    : failed({ kind: 'notFound', what: 'time log' });
}
