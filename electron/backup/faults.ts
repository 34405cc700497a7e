import type { Failure } from '../../shared/errors';

/**
 * In words what is wrong with a backup that could not be read; null when the failure says nothing of the file itself: a disk
 * that fails for a moment, another program that holds it, too little memory. Only what is said here makes one damaged.
 */
export function faultOf(failure: Failure): string | null {
  switch (failure.kind) {
    case 'backupDamaged':
      return failure.detail;
    case 'notABackup':
      return 'it is not a Rapport backup.';
    case 'newerFormat':
      return 'it was written by a newer version of Rapport.';
    case 'damaged':
      return 'it cannot be read.';
    // A former format that this version cannot bring up to date is a mistake of ours: the file stays good.
    case 'migrationFailed':
    default:
      return null;
  }
}

/** Deleted since it was listed, or its folder was. */
export function isGone({ kind }: Failure): boolean {
  return kind === 'fileMissing' || kind === 'folderMissing';
}

/** Of a backup that was listed as one that could not be read just now. */
export function unreadFailure(path: string): Failure {
  return { kind: 'cannotRead', path, why: 'diskError', detail: 'it cannot be read just now' };
}
