import type { ParsedInput } from '../../../shared/contract/contract';
import type { Interaction } from '../../../shared/model/interaction';
import type { Id } from '../../../shared/model/primitives';
import type { RecordChange } from '../../../shared/model/record';
import type { Stamp } from '../../../shared/model/stamp';
import { failed, type Result, success } from '../../../shared/result';
import type { Tables } from '../tables/tables';
import { patched } from './edit';

/** What became of a planned meeting that was not held. One that was is a debrief. */
export function settleMeeting(
  tables: Tables,
  stamp: Stamp,
  { id, as }: ParsedInput<'meetings.settle'>,
): Result<RecordChange[]> {
  const planned = plannedOf(tables, id);
  if (!planned.ok) return planned;
  const calledOffBy = as.kind === 'cancelled' ? as.by : undefined;
  return success([patched('interaction', planned.value, { status: as.kind, calledOffBy }, stamp)]);
}

/** One more reminder was sent. */
export function noteReminder(tables: Tables, stamp: Stamp, id: Id): Result<RecordChange[]> {
  const planned = plannedOf(tables, id);
  if (!planned.ok) return planned;
  const remindersSent = (planned.value.remindersSent ?? 0) + 1;
  return success([patched('interaction', planned.value, { remindersSent }, stamp)]);
}

/** The meeting, as long as nothing was noted of what became of it. */
function plannedOf(tables: Tables, id: Id): Result<Interaction> {
  const entry = tables.get('interaction', id);
  if (!entry) return failed({ kind: 'notFound', what: 'meeting' });
  return entry.status === 'planned' ? success(entry) : failed({ kind: 'changedMeanwhile', what: 'meeting' });
}
