import { join } from 'node:path';
import { historyNames } from '../files/history-files';
import { decodeSealed } from '../files/change-log';
import { fileFailure } from '../files/durable-file';
import { FailureError } from '../files/failure-error';
import type { Fs } from '../files/fs';
import { ENTRIES_FOLDER, LOG_NAME } from '../files/journal-folder';
import type { JournalBeside } from '../opening/read-beside';
import { FIXED_VOLUMES, listsOf, type VolumeName } from '../files/volumes';
import { recordSchemas } from '../../../shared/model/record';
import type { RecordType } from '../../../shared/model/record-types';
import type { Remark } from './remarks';

export type FileState = 'ok' | 'damaged' | 'changed' | 'unreadable' | 'missing';

/** One file of the journal and what is in it. */
export interface FileReport {
  file: string;
  state: FileState;
  /** Of a volume: its records, by kind. */
  records: Partial<Record<RecordType, number>>;
  /** Of the log: changes that are in no volume yet, and of a file of the history: the versions in it. */
  lines: number | null;
}

/** The volumes, the log and the history, each with its state. */
export async function reportFiles(
  fs: Fs,
  folder: string,
  read: JournalBeside,
): Promise<{ files: FileReport[]; remarks: Remark[] }> {
  const history = await readHistory(fs, folder);
  const states = statesOf(read);
  const volumes = new Set<VolumeName>([...FIXED_VOLUMES, ...read.files.names, ...states.keys()]);
  const files = [...volumes].sort(byPlace).map((volume): FileReport => ({
    file: `${volume}.json`,
    state: states.get(volume) ?? 'ok',
    records: recordsIn(read, volume),
    lines: null,
  }));
  const isLogDamaged = read.findings.some(({ kind }) => kind === 'logDamaged');
  files.push({
    file: LOG_NAME,
    state: isLogDamaged ? 'damaged' : 'ok',
    records: {},
    lines: read.log.lines.length,
  });
  const remarks = [...invalidRecords(read, states), ...history.remarks, ...(await setAside(fs, folder))];
  return { files: [...files, ...history.files], remarks };
}

function statesOf({ findings }: JournalBeside): Map<VolumeName, FileState> {
  const states = new Map<VolumeName, FileState>();
  for (const finding of findings) {
    if (!('file' in finding) || !finding.file.endsWith('.json')) continue;
    const volume = finding.file.slice(0, -'.json'.length);
    if (finding.kind === 'fileDamaged') states.set(volume, 'damaged');
    else if (finding.kind === 'fileUnreadable') states.set(volume, 'unreadable');
    else if (finding.kind === 'fileMissing') states.set(volume, 'missing');
    else if (finding.kind !== 'conflictCopy') states.set(volume, 'changed');
  }
  return states;
}

function byPlace(a: VolumeName, b: VolumeName): number {
  const place = (volume: VolumeName): number =>
    FIXED_VOLUMES.indexOf(volume) + (volume.includes('/') ? 9 : 0);
  return place(a) - place(b) || (a < b ? -1 : 1);
}

function recordsIn({ tables }: JournalBeside, volume: VolumeName): FileReport['records'] {
  const counts: FileReport['records'] = {};
  for (const type of Object.values(listsOf(volume))) {
    const { length } = tables.inVolume(type, volume);
    if (length > 0) counts[type] = length;
  }
  return counts;
}

/** A right checksum says that a file is as it was written; whether each record is valid is looked at here all the same. */
function invalidRecords(
  { tables, files }: JournalBeside,
  states: ReadonlyMap<VolumeName, FileState>,
): Remark[] {
  const names = new Set([...files.names, ...tables.volumes()]);
  return [...names]
    .filter((volume) => !states.has(volume))
    .flatMap((volume): Remark[] => {
      const bad = Object.values(listsOf(volume)).flatMap((type) =>
        tables.inVolume(type, volume).filter((record) => !recordSchemas[type].safeParse(record).success),
      );
      if (bad.length === 0) return [];
      const file = `${volume}.json`;
      const some = bad.slice(0, 3).map(({ id }) => id);
      const message = `${bad.length} of the records in ${file} are not as records should be (${some.join(', ')}).`;
      return [{ severity: 'problem', kind: 'recordsInvalid', file, message }];
    });
}

async function readHistory(fs: Fs, folder: string): Promise<{ files: FileReport[]; remarks: Remark[] }> {
  const files: FileReport[] = [];
  const remarks: Remark[] = [];
  for (const file of await historyNames(fs, folder)) {
    const path = join(folder, file);
    const bytes = await fs.readFile(path).catch((error: unknown) => {
      throw new FailureError(fileFailure(error, path));
    });
    const lines = bytes
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '');
    const bad = lines.filter((line) => decodeSealed(line) === null).length;
    files.push({ file, state: bad > 0 ? 'damaged' : 'ok', records: {}, lines: lines.length - bad });
    // What is there now does not depend on it; and a crash leaves half a line, which is written again.
    if (bad > 0) {
      const message = `${bad === 1 ? 'A line' : `${bad} lines`} of ${file} cannot be read: what some records said before is not known from there.`;
      remarks.push({ severity: 'note', kind: 'historyDamaged', file, message });
    }
  }
  return { files, remarks };
}

/** Copies that Rapport kept of files which it had found damaged or changed. */
async function setAside(fs: Fs, folder: string): Promise<Remark[]> {
  const remarks: Remark[] = [];
  for (const [place, prefix] of [
    [folder, ''],
    [join(folder, ENTRIES_FOLDER), `${ENTRIES_FOLDER}/`],
  ] as const) {
    const names = await fs.readdir(place).catch(() => []);
    for (const name of names.filter((one) => /\.(json|ndjson)\.(damaged|edited|found)-/.test(one)).sort()) {
      const message = `${prefix}${name} is a copy of a file ${whyKept(name)}; it is not read.`;
      remarks.push({ severity: 'note', kind: 'setAside', file: `${prefix}${name}`, message });
    }
  }
  return remarks;
}

function whyKept(name: string): string {
  if (name.includes('.damaged-')) return 'that Rapport had found damaged';
  return name.includes('.edited-')
    ? 'that Rapport had found changed by hand'
    : 'as it was when others were damaged';
}
