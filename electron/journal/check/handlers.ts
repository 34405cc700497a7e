import type { JournalCheck } from '../../../shared/contract/check';
import { localInstant } from '../../../shared/model/time';
import { recordTypes } from '../../../shared/model/record-types';
import type { Handlers } from '../calls/handling';
import type { Journal } from '../journal';
import { valueOrThrow } from '../journal-store';
import type { StoreOptions } from '../store-options';
import type { Tables } from '../tables/tables';
import { throwIfAborted, type Watch } from '../watch';
import { type CheckedJournal, checkJournal } from './check-journal';
import type { FileReport } from './file-reports';

interface CheckPlace {
  options: Pick<StoreOptions, 'fs' | 'now' | 'newId'>;
  /** One long job at a time; it can be given up, and tells how many bytes it has read. */
  inTurn: <T>(work: (watch: Watch) => Promise<T>) => Promise<T>;
}

/** "Check my journal": its files read anew from the disk, and held against what is open. */
export function checkHandlers(journal: Journal, { options, inTurn }: CheckPlace): Handlers<'check'> {
  const { store } = journal;
  const look = ({ signal, onProgress }: Watch): Promise<JournalCheck> =>
    examine(journal, {
      ...options,
      folder: store.folder,
      onProgress: (done, total) => {
        throwIfAborted(signal);
        onProgress(done, total);
      },
    });
  return {
    'check.journal': () => inTurn(look),
    'check.mend': () =>
      inTurn(async (watch) => {
        const { files } = await look(watch);
        const damaged = files.filter(isToMend);
        valueOrThrow(await store.writeAnew(damaged.map(({ file }) => file)));
        return look(watch);
      }),
  };
}

async function examine({ store }: Journal, options: StoreOptions): Promise<JournalCheck> {
  // What something else has just changed is no damage: it is dealt with first.
  valueOrThrow(await store.lookOutside());
  const checked = valueOrThrow(await checkJournal(options));
  const differing = differingRecords(checked, store.tables, store.extent.throughSeq);
  const { files, remarks, refusal } = checked.report;
  const problems = remarks.filter(({ severity }) => severity === 'problem').map(({ message }) => message);
  if (refusal && problems.length === 0) problems.push(refusal.message);
  return {
    checkedAt: localInstant(options.now()),
    files: files.map((file) => ({ file: file.file, state: file.state, items: itemsIn(file) })),
    problems,
    notes: remarks.filter(({ severity }) => severity === 'note').map(({ message }) => message),
    differing,
    canMend: differing > 0 || files.some(isToMend),
  };
}

/** None when a change came meanwhile: then what was read is older. */
function differingRecords({ read }: CheckedJournal, tables: Tables, seq: number): number {
  if (!read) return recordTypes.reduce((sum, type) => sum + tables.count(type), 0);
  if (read.lastSeq !== seq && read.findings.length === 0) return 0;
  let differing = 0;
  for (const type of recordTypes) {
    for (const { id, rev } of tables.all(type)) if (read.tables.get(type, id)?.rev !== rev) differing += 1;
    for (const { id } of read.tables.all(type)) if (!tables.get(type, id)) differing += 1;
  }
  return differing;
}

function itemsIn({ records, lines }: FileReport): number {
  return lines ?? Object.values(records).reduce((sum, count) => sum + count, 0);
}

/** The history says what was; it is not in memory, and is not written anew. */
function isToMend({ file, state }: { file: string; state: string }): boolean {
  return state !== 'ok' && !file.startsWith('history/');
}
