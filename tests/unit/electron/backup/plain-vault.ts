import { openAge, sealAge } from '../../../../electron/backup/age-file';
import type { Vault } from '../../../../electron/backup/vault';

/** Real age files, with so little work for scrypt that a test can make many. */
const QUICK_WORK_FACTOR = 4;

/** The vault without its thread, and without judging passphrases. */
export const plainVault: Vault = {
  seal: (bytes, passphrase) => sealAge(bytes, passphrase, QUICK_WORK_FACTOR),
  open: openAge,
  strength: async () => ({ level: 'fair', years: 2 }),
  suggest: async () => 'one two three',
};
