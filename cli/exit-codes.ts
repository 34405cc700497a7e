import { describeFailure, type Failure } from '../shared/errors';

/** What a script learns of how it went; the README explains each. */
export const exitCodes = {
  fine: 0,
  /** The journal or the backup is damaged, or not what it should be. */
  problems: 1,
  wrongUsage: 2,
  /** In use, wrong passphrase, not confirmed. */
  refused: 3,
  /** A file or folder could not be found, read or written. */
  unreachable: 4,
  /** Nobody, or more than one person, answers to the name. */
  notOnePerson: 5,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends the program: what the user reads, a word for scripts, and the exit code. */
export class Stop extends Error {
  constructor(
    readonly exitCode: ExitCode,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'Stop';
  }
}

/** A failure as the end of the program, in the app's words. */
export function stopFor(failure: Failure): Stop {
  return new Stop(exitCodeOf(failure), failure.kind, wordsOf(failure));
}

/** In the app there are other ways to say the passphrase. */
function wordsOf(failure: Failure): string {
  if (failure.kind !== 'passphraseNeeded') return describeFailure(failure);
  const why =
    failure.to === 'open'
      ? `${failure.path} is encrypted: its passphrase is needed to open it.`
      : 'You chose to encrypt your backups: their passphrase is needed.';
  return `Nothing was changed. ${why} Give it by --passphrase-file or in RAPPORT_PASSPHRASE.`;
}

function exitCodeOf({ kind }: Failure): ExitCode {
  switch (kind) {
    case 'damaged':
    case 'newerFormat':
    case 'migrationFailed':
    case 'journalShrank':
    case 'notABackup':
    case 'backupDamaged':
      return exitCodes.problems;
    case 'locked':
    case 'passphraseNeeded':
    case 'wrongPassphrase':
    case 'otherPassphrase':
    case 'changedMeanwhile':
    case 'forgottenBefore':
    case 'cancelled':
      return exitCodes.refused;
    case 'invalidInput':
      return exitCodes.wrongUsage;
    case 'notFound':
      return exitCodes.notOnePerson;
    default:
      return exitCodes.unreachable;
  }
}
