import type { Notice } from '../../shared/contract/journal';
import type { HeldBack } from './automatic';

/** Said after each start, since only the settings would show it otherwise. */
export const WAITS_FOR_PASSPHRASE: Notice = {
  kind: 'passphraseWanted',
  message:
    'Automatic backups wait for your passphrase: this computer has no keychain that could keep it. Once it is entered, they are made again until you close Rapport.',
};

/** Why there are no automatic backups, and what the user can do about it. */
export function heldNotice(why: HeldBack): Notice {
  const until =
    'Until then Rapport makes no automatic backups, so that no good one is pushed out; a backup made by hand says that all is well.';
  const message =
    why.kind === 'shrank'
      ? `This journal holds ${why.after} records; its last backup holds ${why.before}. If that is not right, restore a backup. ${until}`
      : `A file of this journal was damaged. If something is missing, restore a backup. ${until}`;
  return { kind: 'backupsHeld', message };
}
