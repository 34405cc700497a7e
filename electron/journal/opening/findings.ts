import { assertNever } from '../../../shared/assert-never';
import type { Finding } from '../../../shared/contract/recovery';
import type { Notice } from '../../../shared/contract/journal';
import { isAllRescued, kept, logWords, noticeOf, rescuedWords } from './notices';
import { readJournal, type ReadJournal } from './read-journal';
import type { StoreOptions } from '../store-options';

/** What a journal's files hold, whatever is damaged: nothing on the disk is touched, and no lock is taken. */
export function examineJournal(options: StoreOptions): Promise<ReadJournal> {
  return readJournal({ ...options, rescue: true });
}

/** Whether something may be lost by going on, so that the user has to choose. */
export function needsDecision(finding: Finding): boolean {
  switch (finding.kind) {
    case 'logDamaged':
    case 'logUnfiled':
    case 'fileDamaged':
    case 'fileUnreadable':
    case 'fileMissing':
    case 'fileOlder':
    case 'fileShrank':
    case 'fileForeign':
      return true;
    case 'fileEdited':
      return finding.refused > 0;
    case 'tornLogLine':
    case 'recordsTwice':
    case 'conflictCopy':
    case 'forgettingWaits':
    case 'migrated':
      return false;
    default:
      return assertNever(finding);
  }
}

/** A finding in the user's words, before anything was done about it. */
export function foundWords(finding: Finding): string {
  switch (finding.kind) {
    case 'logDamaged':
      return logWords(finding);
    case 'fileDamaged':
      return `${finding.file} is damaged. ${rescuedWords(finding)} can be read${isAllRescued(finding) ? '.' : '; what stood on its damaged lines cannot.'}`;
    case 'fileEdited':
      return `${finding.file} was changed by something else than Rapport. ${finding.records} of its records are fine, ${finding.refused} cannot be understood.`;
    case 'fileUnreadable':
      return `Nothing in ${finding.file} can be read.`;
    case 'fileMissing':
      return `${finding.file} is missing.`;
    case 'fileOlder':
      return `${finding.file} is not the one that Rapport wrote last, but an older one: it has ${finding.records} records instead of ${finding.expected}.`;
    case 'fileShrank':
      return `${finding.file} was changed by something else than Rapport: it has ${finding.records} records instead of ${finding.expected}.`;
    case 'fileForeign':
      return `${finding.file} comes from another journal or another year.`;
    default:
      return noticeOf(finding).message;
  }
}

/** What is said of a finding when a whole backup has been restored since: what the file lacked may be there again. */
export function noticeAfterRestore(finding: Finding): Notice {
  const notice = noticeOf(finding);
  if (!needsDecision(finding) || !('file' in finding)) return notice;
  const what = finding.kind.startsWith('log') ? 'The change log' : finding.file;
  const where = 'keptAs' in finding ? kept(finding) : '';
  return {
    ...notice,
    message:
      `${what} was not whole when you opened this journal. You have restored a backup since. ${where}`.trim(),
  };
}
