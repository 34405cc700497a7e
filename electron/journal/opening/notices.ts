import { assertNever } from '../../../shared/assert-never';
import type { Notice } from '../../../shared/contract/journal';
import type { Finding } from '../../../shared/contract/recovery';

/** What is said as long as the recovery's choice can be taken back. */
export const RECOVERED: Notice = {
  kind: 'recovered',
  message:
    'This journal was damaged when you opened it. Every file of it is kept as it was found; until you close Rapport you can go back to the choice between what could be read and a backup.',
};

/** A finding in the user's words: what happened, what is there, what is missing, where the file is kept. */
export function noticeOf(finding: Finding): Notice {
  switch (finding.kind) {
    case 'tornLogLine':
      return {
        kind: 'tornLogLine',
        message:
          'Rapport was stopped while it was writing. The change it was writing at that moment had not been confirmed as saved and is not here; everything before it is.',
      };
    case 'logDamaged':
      return { kind: 'skippedLogLines', message: `${logWords(finding)} ${kept(finding, 'The log')}` };
    case 'logUnfiled':
      return {
        kind: 'skippedLogLines',
        message: `${unfiledWords(finding)} ${kept(finding, 'The log')}`.trim(),
      };
    case 'fileDamaged':
      return {
        kind: 'fileSetAside',
        message: `${finding.file} was damaged. ${rescuedWords(finding)} could be read and are here${isAllRescued(finding) ? '.' : '; what stood on its damaged lines is missing.'} ${kept(finding)}`,
      };
    case 'fileEdited':
      return editedNotice(finding);
    case 'fileUnreadable':
      return {
        kind: 'fileSetAside',
        message: `Nothing in ${finding.file} could be read; the journal was opened without it. ${kept(finding)}`,
      };
    case 'fileMissing':
      return {
        kind: 'fileSetAside',
        message: `${finding.file} was missing when the journal was opened.`,
      };
    case 'fileOlder':
      return {
        kind: 'fileReplaced',
        message: `${finding.file} is not the one that Rapport wrote last, but an older one: it has ${finding.records} records, and had ${finding.expected}. Another program may have put it there; a backup has the later one. ${kept(finding)}`,
      };
    case 'fileShrank':
      return {
        kind: 'fileReplaced',
        message: `${finding.file} was changed by something else than Rapport: it has ${finding.records} records, and had ${finding.expected}. If that is not right, a backup has the others. ${kept(finding)}`,
      };
    case 'fileForeign':
      return {
        kind: 'fileReplaced',
        message: `${finding.file} comes from another journal or another year. Its records were taken over. ${kept(finding)}`,
      };
    case 'recordsTwice':
      return {
        kind: 'recordsTwice',
        message: `${finding.count} ${finding.count === 1 ? 'record stands' : 'records stand'} in the journal twice, and not the same. The one changed last was taken. ${kept(finding)}`,
      };
    case 'conflictCopy':
      return {
        kind: 'conflictCopy',
        message: `${finding.file} looks like a copy that a program for syncing made when two computers had changed the journal. Rapport does not read it. Compare it with the journal before you delete it.`,
      };
    case 'migrated':
      return {
        kind: 'migrated',
        message: `An earlier version of Rapport wrote this journal. Its files have been brought to format ${finding.to}, and each of them as it was lies beside the new one, with .format-${finding.from} and the date at the end of its name. The earlier version cannot open the new ones.`,
      };
    case 'forgettingWaits':
      return {
        kind: 'forgettingWaits',
        message: `${finding.files === 1 ? 'One file' : `${finding.files} files`} outside the journal could not be reached to take out somebody you had forgotten. Rapport tries again at each start: bring back the disk or folder of your backups.`,
      };
    default:
      return assertNever(finding);
  }
}

type Damaged = Extract<Finding, { kind: 'fileDamaged' }>;

/** "7 of its 8 records", of a file that is damaged. */
export function rescuedWords(finding: Damaged): string {
  const { rescued, expected } = finding;
  if (isAllRescued(finding)) return `All ${rescued} of its records`;
  return expected === null ? `${rescued} of its records` : `${rescued} of its ${expected} records`;
}

/** What is damaged are only the lines around them. */
export function isAllRescued({ rescued, expected }: Damaged): boolean {
  return expected !== null && rescued >= expected;
}

/** Why the log is not whole. */
export function logWords({
  badLines,
  missing,
  conflicting,
}: Extract<Finding, { kind: 'logDamaged' }>): string {
  const parts: string[] = [];
  if (badLines.length > 0) parts.push(`line ${badLines.join(', ')} could not be read, all others were`);
  if (missing > 0) parts.push(`${missing} ${missing === 1 ? 'change is' : 'changes are'} missing from it`);
  if (conflicting > 0) parts.push(`it holds the changes of two logs`);
  return `The change log was damaged: ${parts.join('; ')}.`;
}

/** What is in the log alone. */
export function unfiledWords({ records }: Extract<Finding, { kind: 'logUnfiled' }>): string {
  const [what, it] = records === 1 ? ['One record is', 'it was'] : [`${records} records are`, 'they were'];
  return `${what} in the change log and not in the journal’s files, although these are newer: ${it} deleted on another computer, or written here while another computer wrote the files. Rapport left ${records === 1 ? 'it' : 'them'} out.`;
}

function editedNotice(finding: Extract<Finding, { kind: 'fileEdited' }>): Notice {
  const { file, records, refused } = finding;
  if (refused > 0) {
    return {
      kind: 'recordsSkipped',
      message: `${file} was changed by hand. ${records} records are fine; ${refused} could not be understood and are not shown. ${kept(finding)}`,
    };
  }
  return {
    kind: 'editedByHand',
    message: `${file} was changed by hand. All ${records} records in it are fine and were taken over. If it was not you who changed it, compare it with a backup. ${kept(finding)}`,
  };
}

export function kept({ keptAs }: { keptAs: string | null }, what = 'The file'): string {
  return keptAs === null ? '' : `${what} as it was is kept as ${keptAs}.`;
}
