import type { BackupPreview } from '../../shared/contract/backup';
import { localInstant } from '../../shared/model/time';
import type { Handlers } from '../journal/calls/handling';
import type { Journal } from '../journal/journal';
import { valueOrThrow } from '../journal/journal-store';
import type { BackupKeeper } from './backup-keeper';
import { summarize } from './compare';
import type { ReadBackup } from './read-backup';
import { changesFor, type Part, restore, withoutForgotten } from './restore';
import { peopleInBackup } from './restore-people';
import type { Vault } from './vault';
import { infoOf } from './write-backup';

/** What is done with backups, one thing at a time: `keeper` sees to that. */
export function backupHandlers(journal: Journal, keeper: BackupKeeper, now: () => Date): Handlers<'backup'> {
  return {
    'backup.now': () => keeper.byHand(),
    'backup.list': () => keeper.list(),
    'backup.verify': () => keeper.verifyAll(),
    'backup.cancel': async ({ job }) => {
      keeper.cancel(job);
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
    'passphrase.prove': async ({ passphrase }) => {
      const proof = await vault.seal(new Uint8Array(), passphrase);
      return { proof: Buffer.from(proof).toString('base64') };
    },
    'passphrase.fits': async ({ passphrase, proof }) => {
      const { kind } = await vault.open(Buffer.from(proof, 'base64'), passphrase);
      // A proof that is damaged itself refuses nobody.
      return { fits: kind !== 'wrongPassphrase' };
    },
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
    ofThisJournal: read.manifest.journalId === journal.store.journalId,
    differences: summarize(changes, journal.tables, read.tables),
    identical: changes.length === 0,
  };
}
