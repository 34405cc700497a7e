import type { BackupPreview } from '../../shared/contract/backup';
import type { ParsedInput } from '../../shared/contract/contract';
import type { RecordChange } from '../../shared/model/record';
import { localInstant } from '../../shared/model/time';
import { success } from '../../shared/result';
import { FailureError } from '../journal/files/failure-error';
import type { Handlers } from '../journal/calls/handling';
import type { HistoryLine } from '../journal/files/history';
import type { Journal } from '../journal/journal';
import { valueOrThrow } from '../journal/journal-store';
import type { BackupKeeper } from './backup-keeper';
import { changesBetween, summarize } from './compare';
import type { Job } from './jobs';
import { recordsIn } from './automatic';
import { forgottenIn, leaveOut } from './leave-out';
import type { ReadBackup } from './read-backup';
import { changesForPeople, peopleInBackup } from './restore-people';
import type { Vault } from './vault';
import { infoOf, throwIfAborted } from './write-backup';

type Part = ParsedInput<'backup.restore'>;

/** What is done with backups, one thing at a time: `keeper` sees to that. */
export function backupHandlers(journal: Journal, keeper: BackupKeeper, now: () => Date): Handlers<'backup'> {
  return {
    'backup.now': () => keeper.byHand(),
    'backup.list': () => keeper.list(),
    'backup.verify': () => keeper.verifyAll(),
    'backup.cancel': async () => {
      keeper.cancel();
      return {};
    },
    'backup.preview': (part) =>
      keeper.run('look', async ({ signal }) => {
        const opened = valueOrThrow(await keeper.open(part.path, part.passphrase, signal));
        const { read, leftOut } = withoutForgotten(opened, journal, part);
        return { ...(await previewOf(journal, read, part, localInstant(now()))), leftOut };
      }),
    'backup.people': ({ path, passphrase, text, offset, limit }) =>
      keeper.run('look', async ({ signal }) => {
        const { tables } = valueOrThrow(await keeper.open(path, passphrase, signal));
        const people = peopleInBackup(journal.tables, tables, text);
        return { total: people.length, offset, rows: people.slice(offset, offset + limit) };
      }),
    'backup.close': async () => {
      keeper.looked.close();
      return {};
    },
    'backup.restore': (part) => keeper.run('restore', (job) => restore(journal, keeper, part, job)),
  };
}

export function passphraseHandlers(vault: Vault): Handlers<'passphrase'> {
  return {
    'passphrase.strength': ({ passphrase }) => vault.strength(passphrase),
    'passphrase.suggest': async () => ({ passphrase: await vault.suggest() }),
  };
}

async function previewOf(
  journal: Journal,
  read: ReadBackup,
  part: Part,
  verifiedAt: string,
): Promise<Omit<BackupPreview, 'leftOut'>> {
  const changes = await changesFor(journal, read, part);
  return {
    backup: infoOf({ path: part.path, read, verifiedAt }),
    differences: summarize(changes, journal.tables, read.tables),
    identical: changes.length === 0,
  };
}

/**
 * Nothing of the journal is touched before a safety backup lies in its place; then everything changes at once, as one line
 * of the log and one step of undo. Given up before that, nothing has changed.
 */
async function restore(journal: Journal, keeper: BackupKeeper, part: Part, job: Job) {
  const opened = valueOrThrow(await keeper.open(part.path, part.passphrase, job.signal));
  const { read } = withoutForgotten(opened, journal, part);
  const safetyBackup = await keeper.safety(job);
  const changes = await changesFor(journal, read, part);
  throwIfAborted(job.signal);
  // First, because it only adds: were it to fail, nothing of the journal has changed.
  await journal.store.adoptHistory(historyFor(read, part, changes));
  const label = part.people ? 'restoring people from a backup' : 'restore from a backup';
  valueOrThrow(await journal.store.change(label, () => success(changes)));
  const left = await changesFor(journal, read, part);
  if (left.length > 0) {
    valueOrThrow(await journal.store.undo());
    throw new FailureError({
      kind: 'unexpected',
      detail: 'The restored journal was not what the backup holds.',
    });
  }
  keeper.acceptSize(recordsIn(journal.store.extent.counts));
  keeper.looked.close();
  return { safetyBackup };
}

/** Whom the user had forgotten comes back only when they are chosen one by one. */
function withoutForgotten(opened: ReadBackup, journal: Journal, { people }: Part) {
  const forgotten = people ? [] : forgottenIn(opened, journal.store.forgotten, journal.tables);
  return { read: leaveOut(opened, forgotten), leftOut: forgotten.length };
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

async function changesFor(
  journal: Journal,
  { tables }: ReadBackup,
  { people }: Part,
): Promise<RecordChange[]> {
  return people ? changesForPeople(journal.tables, tables, people) : changesBetween(journal.tables, tables);
}
