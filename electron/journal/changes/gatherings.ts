import type { ParsedInput } from '../../../shared/contract/contract';
import { CircleFields, GatheringFields } from '../../../shared/contract/gatherings';
import type { Id } from '../../../shared/model/primitives';
import type { RecordChange } from '../../../shared/model/record';
import type { Stamp } from '../../../shared/model/stamp';
import { failed, type Result, success } from '../../../shared/result';
import type { Tables } from '../tables/tables';
import { changeOf, patched, saveRecord } from './edit';

const KNOWN_OF_GATHERING = Object.keys(GatheringFields.shape);
const KNOWN_OF_CIRCLE = Object.keys(CircleFields.shape);

export function saveGathering(
  tables: Tables,
  stamp: Stamp,
  { editing, gathering }: ParsedInput<'gatherings.save'>,
): Result<RecordChange[]> {
  const saved = saveRecord(tables, stamp, 'gathering', editing, gathering, KNOWN_OF_GATHERING);
  return saved.ok ? success([saved.value]) : saved;
}

/** What happened at a gathering stays; its entries and people only lose the link. */
export function deleteGathering(tables: Tables, stamp: Stamp, id: Id): Result<RecordChange[]> {
  const gathering = tables.get('gathering', id);
  if (!gathering) return failed({ kind: 'notFound', what: 'gathering' });
  const changes: RecordChange[] = [changeOf('gathering', gathering, undefined)];
  for (const entry of tables.interactionsAt(id)) {
    changes.push(patched('interaction', entry, { gatheringId: undefined }, stamp));
  }
  for (const person of tables.all('person')) {
    if (person.met?.gatheringId !== id) continue;
    const { gatheringId: _gone, ...met } = person.met;
    changes.push(patched('person', person, { met }, stamp));
  }
  return success(changes);
}

export function saveCircle(
  tables: Tables,
  stamp: Stamp,
  { editing, circle }: ParsedInput<'circles.save'>,
): Result<RecordChange[]> {
  const saved = saveRecord(tables, stamp, 'circle', editing, circle, KNOWN_OF_CIRCLE);
  return saved.ok ? success([saved.value]) : saved;
}

export function deleteCircle(tables: Tables, stamp: Stamp, id: Id): Result<RecordChange[]> {
  const circle = tables.get('circle', id);
  if (!circle) return failed({ kind: 'notFound', what: 'circle' });
  const changes: RecordChange[] = [changeOf('circle', circle, undefined)];
  for (const person of tables.all('person')) {
    if (!person.circleIds?.includes(id)) continue;
    changes.push(
      patched('person', person, { circleIds: person.circleIds.filter((other) => other !== id) }, stamp),
    );
  }
  for (const gathering of tables.all('gathering')) {
    if (gathering.circleId === id)
      changes.push(patched('gathering', gathering, { circleId: undefined }, stamp));
  }
  return success(changes);
}
