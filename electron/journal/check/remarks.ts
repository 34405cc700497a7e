import { foundWords } from '../opening/findings';
import { noticeOf } from '../opening/notices';
import type { Finding } from '../../../shared/contract/recovery';

/** Something that is not as Rapport left it, in words. A `problem`: something is lost, or cannot be read. */
export interface Remark {
  severity: 'problem' | 'note';
  kind: string;
  /** Relative to the journal's folder; null when it is about no single file. */
  file: string | null;
  message: string;
}

/** What reading the journal's files found. */
export function remarkOf(finding: Finding): Remark {
  return {
    severity: severityOf(finding),
    kind: finding.kind,
    file: 'file' in finding ? finding.file : null,
    message: messageOf(finding),
  };
}

function severityOf(finding: Finding): Remark['severity'] {
  switch (finding.kind) {
    // Nothing that was confirmed as saved is missing, or it is not about the journal's own files.
    case 'tornLogLine':
    case 'conflictCopy':
    case 'forgettingWaits':
    case 'migrated':
      return 'note';
    case 'fileEdited':
      return finding.refused > 0 ? 'problem' : 'note';
    default:
      return 'problem';
  }
}

/** The app's words, but where they tell what opening did: nothing was opened here. */
function messageOf(finding: Finding): string {
  switch (finding.kind) {
    case 'fileDamaged':
      return foundWords(finding);
    case 'fileMissing':
      return `${finding.file} is missing. Put it back, or restore a backup.`;
    case 'fileUnreadable':
      return `Nothing in ${finding.file} can be read. Put back a copy of it, or restore a backup.`;
    case 'fileEdited':
      return finding.refused > 0
        ? noticeOf(finding).message.trim()
        : `${finding.file} was changed by hand. All ${finding.records} records in it are fine. If it was not you who changed it, compare it with a backup.`;
    default:
      return noticeOf(finding).message.trim();
  }
}
