import { basename, dirname, join, relative } from 'node:path';
import { withForgotten } from '../../shared/forget/forgotten';
import type { Forgetting } from '../../shared/forget/forget-record';
import { idIdentifier, identifiersOf } from '../../shared/forget/identifiers';
import type { Person } from '../../shared/model/person';
import { dateOf, localInstant } from '../../shared/model/time';
import { isUnfinishedName } from '../backup/backup-names';
import { FailureError } from '../journal/files/failure-error';
import { hashIdentifier, newSalt } from '../journal/forget/hash';
import type { Fs } from '../journal/files/fs';
import type { Preparation } from '../journal/files/pending';
import { decodeHistory, encodeHistory, historyNames } from '../journal/files/history-files';
import type { JournalStore } from '../journal/journal-store';
import { encodeVolume } from '../journal/files/volume-format';
import { recordsIn } from '../journal/volume-files';
import { MAIN_VOLUME } from '../journal/files/volumes';
import { throwIfAborted, type Watch } from '../journal/watch';
import type { Examined } from './backups';
import { forgetInDrafts, forgetInHistory, forgetInLines, forgetInVolume, holdsThem } from './forget-files';
import type { ForgetPlaces } from './places';
import { namesIn, setAsideFiles, tornFiles } from './plan';
import { prepareBackup } from './prepare-backup';

interface Task {
  /** The person as they are and as they were. */
  versions: readonly Person[];
  now: () => Date;
  forgetting: Forgetting;
  places: ForgetPlaces;
  backups: readonly Examined[];
  preparation: Preparation;
  watch: Watch;
}

/** Makes ready what every file will hold. Nothing has changed yet when it throws. The store's log must be empty. */
export async function prepareForgetting(store: JournalStore, task: Task): Promise<void> {
  await prepareVolumes(store, task);
  await prepareHistory(task);
  for (const path of await setAsideFiles(task.places)) await prepareLines(path, true, task);
  await prepareDrafts(task);
  for (const path of await tornFiles(task.places)) task.preparation.remove(path);
  await requireClean(task);
  const { fs, app } = task.places;
  for (const name of await namesIn(fs, app.logs)) await prepareLines(join(app.logs, name), false, task);
  const { signal, onProgress } = task.watch;
  for (const [index, backup] of task.backups.entries()) {
    onProgress(index, task.backups.length);
    throwIfAborted(signal);
    await prepareBackup(backup, task);
  }
  await prepareUnfinished(task);
}

/** What an interrupted backup left may hold anything. */
async function prepareUnfinished({ places, backups, preparation }: Task): Promise<void> {
  const { fs, backupFolder, secondFolder } = places;
  const own = [backupFolder, ...(secondFolder === null ? [] : [secondFolder])];
  for (const folder of new Set([...own, ...backups.map(({ backup }) => dirname(backup.path))])) {
    for (const name of await namesIn(fs, folder))
      if (isUnfinishedName(name)) preparation.remove(join(folder, name));
  }
}

async function prepareVolumes(store: JournalStore, { versions, now, forgetting, preparation }: Task) {
  const identifiers = [...new Set(versions.flatMap(identifiersOf)), idIdentifier(forgetting.traces.personId)];
  const { volumes, throughSeq: before } = store.snapshot();
  // A file from before it, which a sync program may bring back, must be seen to be older.
  const throughSeq = before + 1;
  // Files that hold nothing of them stay as they are, and journal.json, which comes last, says so.
  const listing = store.listing;
  for (const { name, data } of volumes) {
    let left = await forgetInVolume(name, data, forgetting);
    if (name === MAIN_VOLUME) {
      const remembered = { on: dateOf(localInstant(now())), salt: newSalt(), hash: hashIdentifier };
      const people = withForgotten(store.forgotten, identifiers, remembered);
      left = {
        lists: data.lists,
        ...left,
        header: { ...(left ?? data).header, volumes: listing, forgotten: { people } },
      };
    }
    if (!left) continue;
    left = { ...left, header: { ...left.header, throughSeq } };
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
  const source = preparation.sourceOf(path);
  if (source === null) return;
  const left = forgetInLines((await places.fs.readFile(source)).toString('utf8'), forgetting, brokenGo);
  if (left === null) return;
  const inJournal = relative(places.journal, path);
  const own = inJournal.startsWith('..') ? path : inJournal;
  if (left.trim() === '') preparation.remove(own);
  else await preparation.replace(own, [Buffer.from(left)]);
}

async function prepareDrafts({ places, preparation, forgetting }: Task): Promise<void> {
  const { draftsFile } = places.app;
  const text = await readDrafts(places);
  const waiting = preparation.revisionOf(draftsFile);
  const revision = text === null ? null : forgetInDrafts(text, forgetting, waiting);
  if (revision) preparation.revise(draftsFile, revision);
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
