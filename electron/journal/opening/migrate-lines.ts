import { type Format, migrateVolume } from '../../../shared/model/migrations';
import { type AnyRecord, recordSchemas } from '../../../shared/model/record';
import type { RecordType } from '../../../shared/model/record-types';
import type { LogContent, LogLine } from '../files/change-log';
import { FailureError } from '../files/failure-error';
import type { HistoryItem, HistoryLine } from '../files/history';
import { LOG_NAME } from '../files/journal-folder';
import { listOf } from '../files/volumes';

/**
 * The log of a journal of format `from`, its records brought to `format`, in memory. Throws the failure
 * `migrationFailed`: what was acknowledged may not be passed over.
 */
export function migrateLog(log: LogContent, from: number, format: Format): LogContent {
  if (from >= format.version) return log;
  const migrate = (record: AnyRecord, type: RecordType): AnyRecord => {
    try {
      return migrateRecord(record, type, from, format);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      throw new FailureError({ kind: 'migrationFailed', file: LOG_NAME, from, to: format.version, detail });
    }
  };
  const lines = log.lines.map((line) => ({
    ...line,
    changes: line.changes.map(({ type, id, before, after }) => ({
      type,
      id,
      ...(before && { before: migrate(before, type) }),
      ...(after && { after: migrate(after, type) }),
    })) as LogLine['changes'],
  }));
  return { ...log, lines };
}

/** The same for the history. What cannot be brought to the format stays as it was: it is looked at, and not worked on. */
export function migrateHistory(lines: readonly HistoryLine[], from: number, format: Format): HistoryLine[] {
  if (from >= format.version) return [...lines];
  return lines.map((line) => ({
    ...line,
    was: line.was.map((item): HistoryItem => {
      if (!item.before) return item;
      try {
        return { ...item, before: migrateRecord(item.before, item.type, from, format) } as HistoryItem;
      } catch {
        // Said above.
        return item;
      }
    }),
  }));
}

/** Throws when a migration does, or when what it makes is no valid record. */
function migrateRecord(record: AnyRecord, type: RecordType, from: number, format: Format): AnyRecord {
  const list = listOf(type);
  const volume = migrateVolume({ header: { formatVersion: from }, lists: { [list]: [record] } }, format);
  const [migrated] = volume.lists[list] ?? [];
  const parsed = recordSchemas[type].safeParse(migrated);
  if (!parsed.success) throw new Error(`one of its records (${type}) would not be valid.`);
  return parsed.data;
}
