import { basename, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { assertNever } from '../../shared/assert-never';
import { entriesOf, forgetInRecord, type Forgetting } from '../../shared/forget/forget-record';
import { nameWords } from '../../shared/forget/identifiers';
import { tracesOf } from '../../shared/forget/traces';
import type { BackupFate, ForgetPreview } from '../../shared/contract/forget';
import type { Person } from '../../shared/model/person';
import type { Id } from '../../shared/model/primitives';
import { type RecordType, recordTypes } from '../../shared/model/record-types';
import { isLocked } from '../backup/read-backup';
import { errorCode, type Fs } from '../journal/files/fs';
import { decodeHistory, historyNames } from '../journal/files/history-files';
import { COPY_MARK, ENTRIES_FOLDER, HISTORY_FOLDER } from '../journal/files/journal-folder';
import type { Tables } from '../journal/tables/tables';
import type { Examined } from './backups';
import { personInHistory } from './person-before';
import type { ForgetPlaces } from './places';

const SLICE = 2_000;

/** A person as they are and as they were: in the journal, before a change of it, and in the backups. */
export async function versionsOfPerson(
  person: Person,
  { fs, journal }: ForgetPlaces,
  backups: readonly Examined[],
): Promise<Person[]> {
  const versions = [person];
  for (const name of await historyNames(fs, journal)) {
    versions.push(...personInHistory(decodeHistory(await fs.readFile(join(journal, name))), person.id));
    await nextTurn();
  }
  return [...versions, ...backups.flatMap((backup) => (backup.kind === 'readable' ? backup.versions : []))];
}

/** Whom to forget in the journal, by every name they had. */
export function forgettingOf(tables: Tables, id: Id, versions: readonly Person[]): Forgetting {
  const others = [...tables.all('person')].filter((other) => other.id !== id);
  return { traces: tracesOf(id, versions, others), ...entriesOf(id, tables.interactionsOf(id)) };
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

/** What a kill left of files of the app that were being written: nobody reads them any more. */
export async function tornFiles({ fs, app }: ForgetPlaces): Promise<string[]> {
  const starts = [app.draftsFile, app.settingsFile].map((path) => `.${basename(path)}.`);
  const names = await namesIn(fs, app.folder);
  return names
    .filter((name) => name.endsWith('.tmp') && starts.some((start) => name.startsWith(start)))
    .map((name) => join(app.folder, name));
}

/** What will go, in numbers. `draftTitles`: of the drafts that name them. */
export async function previewOf(
  tables: Tables,
  person: Person,
  forgetting: Forgetting,
  found: {
    backups: readonly Examined[];
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
    backups: found.backups.flatMap(fateOf),
    otherJournals: found.backups.flatMap(({ kind, backup }) =>
      kind === 'otherJournal' ? [backup.fileName] : [],
    ),
    unreachable: found.unreachable,
    sharedNames: sharedNames(tables, person),
  };
}

function fateOf(examined: Examined): BackupFate[] {
  const { fileName } = examined.backup;
  switch (examined.kind) {
    case 'readable':
      return [{ fileName, fate: 'rewritten' }];
    case 'unreadable':
      return [{ fileName, fate: isLocked(examined.failure) ? 'encrypted' : 'damaged' }];
    case 'otherJournal':
      return [];
    default:
      return assertNever(examined);
  }
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
