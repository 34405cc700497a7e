import type { CallOutput } from '../../../shared/contract/contract';
import { count } from '../../../shared/words/spans';

type InBackups = Pick<CallOutput<'versions.inBackups'>, 'versions' | 'backups'>;

/** "The backups know 2 more versions. 1 backup is encrypted with a passphrase that Rapport does not know just now." */
export function backupWords({ versions, backups: { read, locked, unread } }: InBackups): string {
  if (read + locked + unread === 0) return 'There is no backup to look into yet.';
  return [
    foundWords(versions.length, read),
    ...(locked > 0
      ? [
          `${count(locked, 'backup')} ${locked === 1 ? 'is' : 'are'} encrypted with a passphrase that Rapport does not know just now.`,
        ]
      : []),
    ...(unread > 0 ? [`${count(unread, 'backup')} could not be read: Settings say why.`] : []),
  ].join(' ');
}

function foundWords(found: number, read: number): string {
  if (read === 0) return 'No backup could be looked into.';
  return found === 0
    ? 'The backups know no other version.'
    : `The backups know ${count(found, 'more version')}.`;
}
