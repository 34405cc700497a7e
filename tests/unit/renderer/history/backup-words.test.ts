import { describe, expect, it } from 'vitest';
import { backupWords } from '../../../../renderer/features/history/backup-words';
import type { RecordVersion } from '../../../../shared/contract/versions';

const words = (read: number, locked: number, unread: number, found = 0): string =>
  backupWords({
    versions: Array.from({ length: found }, () => ({}) as RecordVersion),
    backups: { read, locked, unread },
  });

describe('what looking into the backups came to', () => {
  it('says that they know nothing only of those that were read', () => {
    expect(words(2, 0, 0)).toBe('The backups know no other version.');
    expect(words(0, 2, 0)).toBe(
      'No backup could be looked into. 2 backups are encrypted with a passphrase that Rapport does not know just now.',
    );
    expect(words(0, 0, 0)).toBe('There is no backup to look into yet.');
  });

  it('says beside what was found how many could not be looked into, and why', () => {
    expect(words(3, 1, 1, 2)).toBe(
      'The backups know 2 more versions. 1 backup is encrypted with a passphrase that Rapport does not know just now. 1 backup could not be read: Settings say why.',
    );
  });
});
