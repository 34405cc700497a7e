import { describeFailure, type Failure } from '../../../shared/errors';
import { recordTypes } from '../../../shared/model/record-types';
import { type Result, success } from '../../../shared/result';
import { type JournalBeside, readBeside } from '../opening/read-beside';
import type { StoreOptions } from '../store-options';
import { type FileReport, reportFiles } from './file-reports';
import { type Remark, remarkOf } from './remarks';

/** What was found of a journal. */
export interface CheckReport {
  journal: string;
  /** Nothing is lost, and the app would open it. */
  ok: boolean;
  /** Why the app would not open it as it is; null when it would. */
  refusal: { code: string; message: string } | null;
  /** Who has it open, in words. */
  inUseBy: string | null;
  /** By kind of record. */
  counts: Record<string, number>;
  files: FileReport[];
  remarks: Remark[];
}

export interface CheckedJournal {
  report: CheckReport;
  /** What could be read; null when that is nothing. */
  read: JournalBeside | null;
}

/** Reads everything of a journal, and changes nothing. Fails when it is not the journal that is wrong, but the folder or the disk. */
export async function checkJournal(options: StoreOptions): Promise<Result<CheckedJournal>> {
  const strict = await readBeside(options);
  const refused = strict.ok ? null : strict.failure;
  if (!strict.ok && !isAboutContent(strict.failure)) return strict;
  // What there is without the files that cannot be read.
  const read = refused ? await readBeside({ ...options, rescue: true }) : strict;
  if (!read.ok && !isAboutContent(read.failure)) return read;
  const refusal = refused && { code: refused.kind, message: describeFailure(refused) };
  if (!read.ok) return success({ report: { ...NOTHING_READ, journal: options.folder, refusal }, read: null });
  const { files, remarks } = await reportFiles(options.fs, options.folder, read.value);
  const found = [...read.value.findings.map(remarkOf), ...unfinished(read.value), ...remarks];
  const report: CheckReport = {
    journal: options.folder,
    ok: refusal === null && found.every(({ severity }) => severity === 'note'),
    refusal,
    inUseBy: read.value.inUseBy,
    counts: Object.fromEntries(recordTypes.map((type) => [type, read.value.tables.count(type)])),
    files,
    remarks: found,
  };
  return success({ report, read: read.value });
}

/** Of a journal in which nothing can be read, a newer one among them. */
const NOTHING_READ = { ok: false, inUseBy: null, counts: {}, files: [], remarks: [] };

/** Whether it is the journal that is wrong, and not the folder or the disk. */
function isAboutContent({ kind }: Failure): boolean {
  return (
    kind === 'damaged' || kind === 'newerFormat' || kind === 'journalShrank' || kind === 'migrationFailed'
  );
}

function unfinished({ isForgetting }: JournalBeside): Remark[] {
  if (!isForgetting) return [];
  const message =
    'Somebody is being forgotten, and that is not finished yet: Rapport finishes it when it opens the journal.';
  return [{ severity: 'note', kind: 'forgetting', file: null, message }];
}
