import { basename, dirname, join } from 'node:path';
import { entriesOf, type Forgetting } from '../../shared/forget/forget-record';
import { localInstant } from '../../shared/model/time';
import { isEncryptedName } from '../backup/backup-names';
import { snapshotOf } from '../backup/backups';
import { CATALOG_NAME, type CatalogEntry } from '../backup/catalog';
import { unsealWith } from '../backup/opened-backup';
import { type ReadBackup, readBackup, type Unseal } from '../backup/read-backup';
import { factsOf } from '../backup/shelf';
import { archiveOf, type Seal, sealed } from '../backup/write-backup';
import { isThere } from '../journal/files/durable-file';
import { FailureError } from '../journal/files/failure-error';
import type { Fs } from '../journal/files/fs';
import { historyFilesOf } from '../journal/files/history-files';
import type { Preparation } from '../journal/files/pending';
import type { Beside } from '../journal/files/pending-list';
import type { Watch } from '../journal/watch';
import type { Examined } from './backups';
import { countsIn, forgetInHistory, forgetInVolume } from './forget-files';
import type { ForgetPlaces } from './places';

interface BackupTask {
  watch: Pick<Watch, 'signal'>;
  now: () => Date;
  forgetting: Forgetting;
  places: ForgetPlaces;
  preparation: Preparation;
}

/**
 * A backup that can be read is written anew without them, with its date, and read back; one that cannot is deleted, as the
 * user was told. Another journal's stays as it is.
 */
export async function prepareBackup(examined: Examined, task: BackupTask): Promise<void> {
  if (examined.kind === 'otherJournal') return;
  const { path } = examined.backup;
  const { fs, vault, passphrase } = task.places;
  if (examined.kind === 'unreadable') {
    task.preparation.remove(path, await catalogBeside(fs, path));
    return;
  }
  const { signal } = task.watch;
  const unseal = unsealWith(vault, [passphrase], signal);
  const archive = await withoutThem(await readAgain(fs, examined.source, unseal), task.forgetting);
  if (!archive) return;
  const seal: Seal | null =
    isEncryptedName(path) && passphrase !== null ? (bytes) => vault.seal(bytes, passphrase, signal) : null;
  const part = await task.preparation.write(sealed(archive, seal ? { seal } : {}));
  const { manifest, bytes, sha256 } = await readAgain(fs, part, unseal);
  const entry: CatalogEntry = {
    ...factsOf(manifest),
    fileName: basename(path),
    bytes,
    // Not known before it is there: the bytes are compared when the folder is listed next.
    modifiedMs: 0,
    sha256,
    check: { kind: 'verified', at: localInstant(task.now()) },
  };
  task.preparation.put(part, path, await catalogBeside(fs, path, entry));
}

/** What is left of a backup, to be written; null when it holds nothing of them. */
async function withoutThem(
  read: ReadBackup,
  { traces }: Forgetting,
): Promise<AsyncIterable<Uint8Array> | null> {
  const { manifest, tables, history } = read;
  // Their names are those of all times and places; whose entries they are is said by this backup.
  const forgetting = { traces, ...entriesOf(traces.personId, tables.interactionsOf(traces.personId)) };
  const snapshot = snapshotOf(read);
  let changed = false;
  const volumes: typeof snapshot.volumes = [];
  for (const { name, data } of snapshot.volumes) {
    const left = await forgetInVolume(name, data, forgetting);
    changed ||= left !== null;
    volumes.push({ name, data: left ?? data });
  }
  const lines = forgetInHistory(history, forgetting);
  if (!changed && JSON.stringify(lines) === JSON.stringify(history)) return null;
  const { kind, createdAt } = manifest;
  const counts = countsIn(volumes);
  return archiveOf(
    { ...snapshot, volumes, counts, history: async () => historyFilesOf(lines) },
    { kind, createdAt },
  );
}

async function readAgain(fs: Fs, path: string, unseal: Unseal): Promise<ReadBackup> {
  const read = await readBackup(fs, path, unseal);
  if (!read.ok) throw new FailureError(read.failure);
  return read.value;
}

/** The folder's own list of backups: it is there when the disk is, and knows from then on what the backup has become. */
async function catalogBeside(fs: Fs, path: string, entry?: CatalogEntry): Promise<Beside | undefined> {
  const catalog = join(dirname(path), CATALOG_NAME);
  // Where it cannot be written there is none.
  if (!(await isThere(fs, catalog))) return undefined;
  if (!entry) return { path: catalog };
  const items = [{ same: { fileName: entry.fileName }, becomes: entry }];
  return { path: catalog, revision: { list: 'backups', items } };
}
