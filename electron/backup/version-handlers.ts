import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { RecordVersion } from '../../shared/contract/versions';
import { sameContent, versionsOf } from '../../shared/history/versions';
import type { Named } from '../../shared/contract/common';
import type { Id } from '../../shared/model/primitives';
import type { Interaction } from '../../shared/model/interaction';
import { type AnyRecord, recordSchemas } from '../../shared/model/record';
import { oneRecord, type RecordType } from '../../shared/model/record-types';
import { failed, success } from '../../shared/result';
import { changeOf } from '../journal/changes/edit';
import { FailureError } from '../journal/files/failure-error';
import type { Fs } from '../journal/files/fs';
import { change } from '../journal/calls/handling';
import type { Journal } from '../journal/journal';
import { valueOrThrow } from '../journal/journal-store';
import type { Tables } from '../journal/tables/tables';
import type { JournalHandlers } from '../journal/thread-protocol';
import { listsOf, type VolumeName } from '../journal/files/volumes';
import type { BackupKeeper } from './backup-keeper';
import { isEncryptedName } from './backup-names';
import { listBackups } from './backups';
import { isLocked, type Unseal } from './read-backup';
import type { ShelvedBackup } from './shelf';
import { unzip } from './unzip';
import { throwIfAborted } from '../journal/watch';

interface VersionContext {
  fs: Fs;
  keeper: BackupKeeper;
}

type VersionHandlers = Pick<JournalHandlers, Extract<keyof JournalHandlers, `versions.${string}`>>;

/** A record's earlier versions, from the history and from the backups, and bringing one back. */
export function versionHandlers(journal: Journal, { fs, keeper }: VersionContext): VersionHandlers {
  /** Deriving a key takes a second for each that is encrypted: a long job, which can be given up. */
  const inBackup = (signal: AbortSignal, path: string, type: RecordType, id: Id) =>
    versionInBackup({ fs, path, unseal: keeper.unseal(signal) }, type, id);
  return {
    'versions.list': async ({ type, id }) => {
      const versions = await knownVersions(journal, type, id);
      return { versions, names: namesIn(journal, versions) };
    },
    'versions.inBackups': async ({ type, id }) => {
      const known = await knownVersions(journal, type, id);
      const { versions, backups } = await keeper.watched('look', async ({ signal, onProgress }) => {
        const listed = (await listBackups(fs, keeper.folder)).reverse();
        return newsOf(listed, known, async ({ path }, index) => {
          onProgress(index, listed.length);
          throwIfAborted(signal);
          return inBackup(signal, path, type, id);
        });
      });
      return { versions, names: namesIn(journal, versions), backups };
    },
    'versions.bringBack': async ({ type, id, key, backup }) => {
      const versions =
        backup === null
          ? await knownVersions(journal, type, id)
          : [await keeper.run('look', ({ signal }) => inBackup(signal, backup, type, id))];
      const version = versions.find((one) => one?.key === key);
      if (!version) throw new FailureError({ kind: 'notFound', what: 'version' });
      await change(journal, `bringing back an earlier version of the ${oneRecord[type]}`, (tables, stamp) => {
        const record = usable(tables, type, version.record);
        if (!record) return failed({ kind: 'notFound', what: 'person' });
        const after = { ...record, updatedAt: stamp.now, rev: stamp.rev };
        return success([changeOf(type, tables.get(type, id), after)]);
      });
      return {};
    },
  };
}

async function knownVersions(journal: Journal, type: RecordType, id: Id): Promise<RecordVersion[]> {
  const lines = await journal.store.historyOf(type, id);
  const replaced = lines.flatMap(({ at, was }) =>
    was.flatMap((item) => (item.type === type && item.id === id ? [{ at, before: item.before }] : [])),
  );
  const versions = versionsOf<AnyRecord>(replaced, journal.tables.get(type, id));
  return versions.reverse().map((version) => ({ ...version, key: keyOf(version.record), backup: null }));
}

/** Versions that none of `known` says, the newest first; the same in two backups once, from the older one. */
async function newsOf(
  listed: readonly ShelvedBackup[],
  known: readonly RecordVersion[],
  look: (backup: ShelvedBackup, index: number) => Promise<RecordVersion | null>,
) {
  const found: RecordVersion[] = [];
  const backups = { read: 0, locked: 0, unread: 0 };
  for (const [index, backup] of listed.entries()) {
    try {
      const version = await look(backup, index);
      backups.read += 1;
      if (!version) continue;
      const isNews = ![...known, ...found].some(({ record }) => sameContent(record, version.record));
      if (isNews) found.push(version);
    } catch (error) {
      const failure = error instanceof FailureError ? error.failure : null;
      if (failure?.kind === 'cancelled') throw error;
      // A damaged one is told in the list of backups, where it matters.
      backups[failure !== null && isLocked(failure) ? 'locked' : 'unread'] += 1;
    }
  }
  return { versions: found.sort((a, b) => Date.parse(b.from) - Date.parse(a.from)), backups };
}

interface BackupFile {
  fs: Fs;
  path: string;
  unseal: Unseal;
}

/** What a backup says of one record; null when it is not in there. Throws when the backup cannot be read. */
async function versionInBackup(
  { fs, path, unseal }: BackupFile,
  type: RecordType,
  id: Id,
): Promise<RecordVersion | null> {
  const bytes = await fs.readFile(path);
  const zip = isEncryptedName(path) ? valueOrThrow(await unseal(bytes, path)) : bytes;
  const files = await unzip(zip, (name) => mayHold(name, type));
  for (const content of files.values()) {
    const record = recordIn(content, type, id);
    if (!record) continue;
    const backup = { path, fileName: basename(path) };
    return { key: keyOf(record), from: record.updatedAt, record, backup };
  }
  return null;
}

function mayHold(fileName: string, type: RecordType): boolean {
  if (!fileName.endsWith('.json') || fileName === 'manifest.json') return false;
  const volume: VolumeName = fileName.slice(0, -'.json'.length);
  const lists: Record<string, RecordType> | undefined = listsOf(volume);
  return lists !== undefined && Object.values(lists).includes(type);
}

/** A record stands on a line of its own: only lines with its id are looked at. */
function recordIn(bytes: Buffer, type: RecordType, id: Id): AnyRecord | null {
  for (let at = bytes.indexOf(id); at >= 0;) {
    const start = bytes.lastIndexOf(0x0a, at) + 1;
    const end = bytes.indexOf(0x0a, at);
    if (end < 0) return null;
    const line = bytes.toString('utf8', start, end).replace(/,$/, '');
    if (line.startsWith('{')) {
      const parsed = recordSchemas[type].safeParse(JSON.parse(line));
      if (parsed.success && parsed.data.id === id) return parsed.data;
    }
    at = bytes.indexOf(id, end);
  }
  return null;
}

/** The version without people who are not in the journal any more; null when nobody is left. */
function usable(tables: Tables, type: RecordType, record: AnyRecord): AnyRecord | null {
  if (type !== 'interaction') return record;
  const entry = record as Interaction;
  const participants = entry.participants.filter(({ personId }) => tables.get('person', personId));
  return participants.length === 0 ? null : { ...entry, participants };
}

function keyOf(record: AnyRecord): string {
  return createHash('sha256').update(JSON.stringify(record)).digest('hex').slice(0, 24);
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The names of everybody and everything that the versions refer to. */
function namesIn(journal: Journal, versions: readonly RecordVersion[]): Named[] {
  const ids = new Set(versions.flatMap(({ record }) => JSON.stringify(record).match(UUID) ?? []));
  return [...ids].flatMap((id) => {
    const { tables } = journal;
    const named = tables.get('person', id) ?? tables.get('circle', id) ?? tables.get('gathering', id);
    const question = tables.get('question', id);
    return named ? [{ id, name: named.name }] : question ? [{ id, name: question.text }] : [];
  });
}
