import type { ParsedInput } from '../../shared/contract/contract';
import type { RecordChange } from '../../shared/model/record';
import { identifiersOf } from '../../shared/forget/identifiers';
import { withoutForgotten as exceptFor } from '../../shared/forget/forgotten';
import { success } from '../../shared/result';
import { FailureError } from '../journal/files/failure-error';
import type { HistoryLine } from '../journal/files/history';
import { MAIN_VOLUME } from '../journal/files/volumes';
import { forgottenOfHeader } from '../journal/forget/header';
import { hashIdentifier } from '../journal/forget/hash';
import type { Journal } from '../journal/journal';
import { valueOrThrow } from '../journal/journal-store';
import { throwIfAborted } from '../journal/watch';
import { recordsIn } from './automatic';
import type { BackupKeeper } from './backup-keeper';
import { changesBetween } from './compare';
import type { Job } from './jobs';
import { forgottenIn, leaveOut } from './leave-out';
import type { ReadBackup } from './read-backup';
import { changesForPeople } from './restore-people';

/** Which backup, and who of it; without people all of it. */
export type Part = ParsedInput<'backup.restore'>;

/** Something else may change the journal while a backup is held against it: an edit by hand, a program for syncing. */
const ATTEMPTS = 3;

/**
 * Nothing of the journal is touched before a safety backup lies in its place; then everything changes at once, as one line
 * of the log and one step of undo. Given up before that, nothing has changed.
 */
export async function restore(journal: Journal, keeper: BackupKeeper, part: Part, job: Job) {
  const opened = valueOrThrow(await keeper.open(part.path, part.passphrase, job.signal));
  const { read } = withoutForgotten(opened, journal, part);
  const { store } = journal;
  let safetyBackup = await keeper.safety(job);
  let restored = await restoreOnce(journal, read, part, job);
  for (let again = 1; again < ATTEMPTS && restored === 'changedMeanwhile'; again++) {
    // What came in belongs into the safety backup, and is among what the restore changes.
    safetyBackup = await keeper.safety(job);
    restored = await restoreOnce(journal, read, part, job);
  }
  if (restored === 'changedMeanwhile') throw new FailureError({ kind: 'changedMeanwhile', what: 'journal' });
  if (!part.people) {
    rememberForgotten(journal, read);
    await keeper.accept(recordsIn(store.extent.counts));
  }
  keeper.looked.close();
  await keeper.copyToSecond(job);
  return { safetyBackup };
}

async function restoreOnce(
  journal: Journal,
  read: ReadBackup,
  part: Part,
  { signal }: Job,
): Promise<'restored' | 'changedMeanwhile'> {
  const { store } = journal;
  const before = store.extent.throughSeq;
  const changes = await changesFor(journal, read, part);
  throwIfAborted(signal);
  // First, because it only adds: were it to fail, nothing of the journal has changed.
  await store.adoptHistory(historyFor(read, part, changes));
  const label = part.people ? 'restoring people from a backup' : 'restore from a backup';
  let isAsCompared = true;
  const changed = await store.change(label, () => {
    isAsCompared = store.extent.throughSeq === before;
    return success(isAsCompared ? changes : []);
  });
  valueOrThrow(changed);
  if (!isAsCompared) return 'changedMeanwhile';
  const after = store.extent.throughSeq;
  const left = await changesFor(journal, read, part);
  // What was changed since tells nothing of the restore.
  if (left.length === 0 || store.extent.throughSeq !== after) return 'restored';
  valueOrThrow(await store.undo());
  throw new FailureError({
    kind: 'unexpected',
    detail: 'The restored journal was not what the backup holds.',
  });
}

/** Whom the backup remembers as forgotten is remembered here as well, unless they are in the journal. */
function rememberForgotten({ store, tables }: Journal, { keep }: ReadBackup): void {
  const known = new Set(store.forgotten.map((each) => JSON.stringify(each)));
  const added = forgottenOfHeader(keep.get(MAIN_VOLUME)?.header ?? {}).filter(
    (each) => !known.has(JSON.stringify(each)),
  );
  if (added.length === 0) return;
  const present = [...tables.all('person')].flatMap(identifiersOf);
  store.remember([...store.forgotten, ...exceptFor(added, present, hashIdentifier)]);
}

/** Whom the user had forgotten comes back only when they are chosen one by one; no name of another does with them. */
export function withoutForgotten(opened: ReadBackup, journal: Journal, { people }: Part) {
  const found = forgottenIn(opened, journal.store.forgotten, journal.tables);
  const forgotten = found.filter(({ id }) => !people?.includes(id));
  // Where single people were chosen, that others do not come along is no news.
  return { read: leaveOut(opened, forgotten), leftOut: people ? 0 : forgotten.length };
}

/** Of single people's restore only what concerns the records that come back. */
function historyFor(
  { history }: ReadBackup,
  { people }: Part,
  changes: readonly RecordChange[],
): HistoryLine[] {
  if (!people) return history;
  const ids = new Set(changes.map(({ id }) => id));
  return history
    .map((line) => ({ ...line, was: line.was.filter(({ id }) => ids.has(id)) }))
    .filter(({ was }) => was.length > 0);
}

export async function changesFor(
  journal: Journal,
  { tables }: ReadBackup,
  { people }: Part,
): Promise<RecordChange[]> {
  return people ? changesForPeople(journal.tables, tables, people) : changesBetween(journal.tables, tables);
}
