import { type JournalBeside, readBeside } from '../electron/journal/read-beside';
import { describeFailure, type Failure } from '../shared/errors';
import { recordTypes } from '../shared/model/record-types';
import type { Result } from '../shared/result';
import { stopFor } from './exit-codes';
import { type FileReport, reportFiles } from './journal-files';
import { storeOptions } from './read';
import { type Remark, remarkOf } from './remarks';
import type { World } from './world';

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

/** Reads everything of a journal, and changes nothing. Throws `Stop` when it is not the journal that is wrong, but the folder or the disk. */
export async function inspect(journal: string, world: World): Promise<CheckReport> {
  const strict = await readBeside(storeOptions(journal, world));
  const refused = strict.ok ? null : strict.failure;
  if (refused && !isAboutContent(refused)) throw stopFor(refused);
  const read = refused ? await rescue(journal, world) : strict;
  if (!read.ok && !isAboutContent(read.failure)) throw stopFor(read.failure);
  const refusal = refused && { code: refused.kind, message: describeFailure(refused) };
  if (!read.ok) return { ...NOTHING_READ, journal, refusal };
  const { files, remarks } = await reportFiles(world.fs, journal, read.value);
  const found = [...read.value.findings.map(remarkOf), ...unfinished(read.value), ...remarks];
  return {
    journal,
    ok: refusal === null && found.every(({ severity }) => severity === 'note'),
    refusal,
    inUseBy: read.value.inUseBy,
    counts: Object.fromEntries(recordTypes.map((type) => [type, read.value.tables.count(type)])),
    files,
    remarks: found,
  };
}

/** Of a journal in which nothing can be read, a newer one among them. */
const NOTHING_READ = { ok: false, inUseBy: null, counts: {}, files: [], remarks: [] };

/** Whether it is the journal that is wrong, and not the folder or the disk. */
function isAboutContent({ kind }: Failure): boolean {
  return kind === 'damaged' || kind === 'newerFormat' || kind === 'journalShrank';
}

/** What there is without the files that cannot be read. */
function rescue(journal: string, world: World): Promise<Result<JournalBeside>> {
  return readBeside({ ...storeOptions(journal, world), rescue: true });
}

function unfinished({ isForgetting }: JournalBeside): Remark[] {
  if (!isForgetting) return [];
  const message =
    'Somebody is being forgotten, and that is not finished yet: Rapport finishes it when it opens the journal.';
  return [{ severity: 'note', kind: 'forgetting', file: null, message }];
}
