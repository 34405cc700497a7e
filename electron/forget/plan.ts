import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { entriesOf, forgetInRecord, type Forgetting } from '../../shared/forget/forget-record';
import { nameWords } from '../../shared/forget/identifiers';
import { tracesOf } from '../../shared/forget/traces';
import type { ForgetPreview } from '../../shared/contract/forget';
import type { Person } from '../../shared/model/person';
import type { Id } from '../../shared/model/primitives';
import { type RecordType, recordTypes } from '../../shared/model/record-types';
import { unsealWith } from '../backup/opened-backup';
import { listBackups } from '../backup/backups';
import { isEncryptedName } from '../backup/backup-names';
import type { ShelvedBackup } from '../backup/shelf';
import type { Vault } from '../backup/vault';
import { isThere } from '../journal/files/durable-file';
import { errorCode, type Fs } from '../journal/files/fs';
import { decodeHistory, historyNames } from '../journal/files/history-files';
import { COPY_MARK, ENTRIES_FOLDER, HISTORY_FOLDER } from '../journal/files/journal-folder';
import type { Tables } from '../journal/tables/tables';
import type { AppFiles } from '../journal/thread-protocol';
import { personInBackup, personInHistory } from './person-before';

export interface ForgetPlaces {
  fs: Fs;
  journal: string;
  backups: readonly string[];
  app: AppFiles;
  /** Opens and makes encrypted backups, with the user's passphrase where it is known. */
  vault: Vault;
  passphrase: string | null;
}

const SLICE = 2_000;

/** A person as they are and as they were: in the journal, before a change of it, and in the backups. */
export async function versionsOfPerson(
  person: Person,
  { fs, journal, vault, passphrase }: ForgetPlaces,
  backups: readonly ShelvedBackup[],
): Promise<Person[]> {
  const { id } = person;
  const versions = [person];
  for (const name of await historyNames(fs, journal)) {
    versions.push(...personInHistory(decodeHistory(await fs.readFile(join(journal, name))), id));
    await nextTurn();
  }
  for (const { path } of backups) {
    versions.push(...(await personInBackup(fs, path, unsealWith(vault, [passphrase]), id)));
  }
  return versions;
}

/** Whom to forget in the journal, by every name they had. */
export function forgettingOf(tables: Tables, id: Id, versions: readonly Person[]): Forgetting {
  const others = [...tables.all('person')].filter((other) => other.id !== id);
  return { traces: tracesOf(id, versions, others), ...entriesOf(id, tables.interactionsOf(id)) };
}

/** All backups that can be reached, and the folders that cannot. */
export async function reachableBackups({ fs, backups }: ForgetPlaces) {
  const found: ShelvedBackup[] = [];
  const unreachable: string[] = [];
  for (const folder of backups) {
    // A folder that was never made has no backups; one on a disk that is not there may have some.
    const reached = await isThere(fs, folder);
    if (!reached && !(await isThere(fs, dirname(folder)))) unreachable.push(folder);
    else if (reached) found.push(...(await listBackups(fs, folder)));
  }
  return { found, unreachable };
}

/** Files that were set aside, damaged or of a former format: of the journal, its settings and drafts. */
export async function setAsideFiles({ fs, journal, app }: ForgetPlaces): Promise<string[]> {
  const folders = [journal, join(journal, ENTRIES_FOLDER), join(journal, HISTORY_FOLDER), app.folder];
  const files: string[] = [];
  for (const folder of folders) {
    const names = await namesIn(fs, folder);
    files.push(...names.filter((name) => COPY_MARK.test(name)).map((name) => join(folder, name)));
  }
  return files;
}

/** What will go, in numbers. `draftTitles`: of the drafts that name them. */
export async function previewOf(
  tables: Tables,
  person: Person,
  forgetting: Forgetting,
  found: {
    backups: readonly ShelvedBackup[];
    canOpen: boolean;
    unreachable: string[];
    setAside: number;
    drafts: string[];
  },
): Promise<ForgetPreview> {
  const { id, name } = person;
  const introductions = [...tables.all('introduction')].filter(({ by, a, b }) => [by, a, b].includes(id));
  return {
    name,
    entriesGone: forgetting.alone.size,
    entriesKept: forgetting.shared.size,
    promises: tables.promisesOf(id).length,
    introductions: introductions.length,
    mentions: await countMentions(tables, forgetting),
    drafts: found.drafts,
    setAside: found.setAside,
    backups: found.backups.map(({ fileName, check }) => ({
      fileName,
      fate:
        isEncryptedName(fileName) && !found.canOpen
          ? 'encrypted'
          : check.kind === 'damaged'
            ? 'damaged'
            : 'rewritten',
    })),
    unreachable: found.unreachable,
    sharedNames: sharedNames(tables, person),
  };
}

/** Records that are not about them and still name them. */
async function countMentions(tables: Tables, forgetting: Forgetting): Promise<number> {
  let mentions = 0;
  let looked = 0;
  const count = async (type: RecordType): Promise<void> => {
    for (const record of tables.all(type)) {
      if (++looked % SLICE === 0) await nextTurn();
      if (forgetting.shared.has(record.id)) continue;
      const left = forgetInRecord(type, record, forgetting);
      if (left !== null && left !== record) mentions += 1;
    }
  };
  for (const type of recordTypes) await count(type);
  return mentions;
}

function sharedNames(tables: Tables, { id, name }: Person): string[] {
  const own = nameWords(name).join(' ');
  const same = [...tables.all('person')].some(
    (other) => other.id !== id && nameWords(other.name).join(' ') === own,
  );
  return same ? [name] : [];
}

/** None when the folder is not there. Throws Node's error for anything else. */
export async function namesIn(fs: Fs, folder: string): Promise<string[]> {
  try {
    return await fs.readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
