import { basename, dirname, join, relative } from 'node:path';
import type { Failure } from '../../shared/errors';
import { withForgotten } from '../../shared/forget/forgotten';
import { entriesOf, type Forgetting } from '../../shared/forget/forget-record';
import { idIdentifier, identifiersOf } from '../../shared/forget/identifiers';
import type { Person } from '../../shared/model/person';
import type { CalendarDate } from '../../shared/model/primitives';
import { isEncryptedName, isUnfinishedName } from '../backup/backup-names';
import { snapshotOf } from '../backup/backups';
import { CATALOG_NAME } from '../backup/catalog';
import { readBackup } from '../backup/read-backup';
import type { ShelvedBackup } from '../backup/shelf';
import { unsealWith } from '../backup/opened-backup';
import { archiveOf, type Seal, sealed } from '../backup/write-backup';
import { FailureError } from '../journal/files/failure-error';
import { hashIdentifier, newSalt } from '../journal/forget/hash';
import type { Fs } from '../journal/files/fs';
import type { Preparation } from '../journal/files/pending';
import { decodeHistory, encodeHistory, historyFilesOf, historyNames } from '../journal/files/history-files';
import type { JournalStore } from '../journal/journal-store';
import { encodeVolume } from '../journal/files/volume-format';
import { recordsIn } from '../journal/volume-files';
import { MAIN_VOLUME } from '../journal/files/volumes';
import {
  countsIn,
  forgetInDrafts,
  forgetInHistory,
  forgetInLines,
  forgetInVolume,
  holdsThem,
} from './forget-files';
import { type ForgetPlaces, namesIn, setAsideFiles } from './plan';

interface Task {
  /** The person as they are and as they were. */
  versions: readonly Person[];
  today: CalendarDate;
  forgetting: Forgetting;
  places: ForgetPlaces;
  backups: readonly ShelvedBackup[];
  preparation: Preparation;
  onProgress: (done: number, total: number) => void;
}

/** Makes ready what every file will hold. Nothing has changed yet when it throws. The store's log must be empty. */
export async function prepareForgetting(store: JournalStore, task: Task): Promise<void> {
  await prepareVolumes(store, task);
  await prepareHistory(task);
  for (const path of await setAsideFiles(task.places)) await prepareLines(path, true, task);
  await prepareDrafts(task);
  await requireClean(task);
  const { fs, app, backups } = task.places;
  for (const name of await namesIn(fs, app.logs)) await prepareLines(join(app.logs, name), false, task);
  for (const [index, backup] of task.backups.entries()) {
    task.onProgress(index, task.backups.length);
    await prepareBackup(backup, task);
  }
  for (const folder of new Set([...backups, ...task.backups.map(({ path }) => dirname(path))])) {
    for (const name of await namesIn(fs, folder)) {
      // What is known of the backups by heart is not true any more; what an interrupted one left may hold anything.
      if (name === CATALOG_NAME || isUnfinishedName(name)) task.preparation.remove(join(folder, name));
    }
  }
}

async function prepareVolumes(store: JournalStore, { versions, today, forgetting, preparation }: Task) {
  const identifiers = [...new Set(versions.flatMap(identifiersOf)), idIdentifier(forgetting.traces.personId)];
  const { volumes, throughSeq } = store.snapshot();
  // Files that hold nothing of them stay as they are, and journal.json, which comes last, says so.
  const listing = store.listing;
  for (const { name, data } of volumes) {
    let left = await forgetInVolume(name, data, forgetting);
    if (name === MAIN_VOLUME) {
      const remembered = { on: today, salt: newSalt(), hash: hashIdentifier };
      const people = withForgotten(store.forgotten, identifiers, remembered);
      left = {
        lists: data.lists,
        ...left,
        header: { ...(left ?? data).header, volumes: listing, forgotten: { people } },
      };
    }
    if (!left) continue;
    await preparation.replace(`${name}.json`, encodeVolume(left));
    listing[name] = { records: recordsIn(name, left), throughSeq };
  }
}

async function prepareHistory({ places, forgetting, preparation }: Task): Promise<void> {
  const { fs, journal } = places;
  for (const name of await historyNames(fs, journal)) {
    const bytes = await fs.readFile(join(journal, name));
    const left = forgetInHistory(decodeHistory(bytes), forgetting);
    // Torn lines may be theirs: they are not written again.
    await preparation.replace(name, encodeHistory(left));
  }
}

async function prepareLines(path: string, brokenGo: boolean, task: Task): Promise<void> {
  const { places, preparation, forgetting } = task;
  const left = forgetInLines((await places.fs.readFile(path)).toString('utf8'), forgetting, brokenGo);
  if (left === null) return;
  const inJournal = relative(places.journal, path);
  const own = inJournal.startsWith('..') ? path : inJournal;
  if (left.trim() === '') preparation.remove(own);
  else await preparation.replace(own, [Buffer.from(left)]);
}

async function prepareDrafts({ places, preparation, forgetting }: Task): Promise<void> {
  const text = await readDrafts(places);
  const left = text === null ? null : forgetInDrafts(text, forgetting);
  if (left) await preparation.replace(places.app.draftsFile, [Buffer.from(left.text)]);
}

/** Null when nothing was ever drafted. */
export function readDrafts({ fs, app }: ForgetPlaces): Promise<string | null> {
  return textOf(fs, app.draftsFile);
}

/** The main process took the last search and the last filters out of the settings first: it must have got through. */
async function requireClean({ places: { fs, app }, forgetting }: Task): Promise<void> {
  const text = await textOf(fs, app.settingsFile);
  if (text !== null && holdsThem(text, forgetting)) {
    throw new FailureError({ kind: 'readOnly', path: app.settingsFile });
  }
}

async function textOf(fs: Fs, path: string): Promise<string | null> {
  const isThere = (await namesIn(fs, dirname(path))).includes(basename(path));
  return isThere ? (await fs.readFile(path)).toString('utf8') : null;
}

const NOT_TO_BE_READ: ReadonlySet<Failure['kind']> = new Set([
  'notABackup',
  'backupDamaged',
  'newerFormat',
  'passphraseNeeded',
  'wrongPassphrase',
]);

/** A backup that can be read is written anew without them, with its date; one that cannot is deleted. */
async function prepareBackup({ path }: ShelvedBackup, task: Task): Promise<void> {
  const { places, preparation } = task;
  const { fs, vault, passphrase } = places;
  const read = await readBackup(fs, path, unsealWith(vault, [passphrase]));
  if (!read.ok) {
    // Only what the user was told of is deleted; a disk that fails is a reason to stop.
    if (!NOT_TO_BE_READ.has(read.failure.kind)) throw new FailureError(read.failure);
    preparation.remove(path);
    return;
  }
  const { manifest, tables, history } = read.value;
  // Their names are those of all times and places; whose entries they are is said by this backup.
  const { traces } = task.forgetting;
  const forgetting = { traces, ...entriesOf(traces.personId, tables.interactionsOf(traces.personId)) };
  const snapshot = snapshotOf(read.value);
  let changed = false;
  const volumes: typeof snapshot.volumes = [];
  for (const { name, data } of snapshot.volumes) {
    const left = await forgetInVolume(name, data, forgetting);
    changed ||= left !== null;
    volumes.push({ name, data: left ?? data });
  }
  const lines = forgetInHistory(history, forgetting);
  if (!changed && JSON.stringify(lines) === JSON.stringify(history)) return;
  const { kind, createdAt } = manifest;
  const counts = countsIn(volumes);
  const archive = archiveOf(
    { ...snapshot, volumes, counts, history: async () => historyFilesOf(lines) },
    { kind, createdAt },
  );
  const seal: Seal | null =
    isEncryptedName(path) && passphrase !== null ? (bytes) => vault.seal(bytes, passphrase) : null;
  await preparation.replace(path, sealed(archive, seal ? { seal } : {}));
}
