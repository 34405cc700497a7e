import type { CheckReport } from '../electron/journal/check/check-journal';
import type { FileReport } from '../electron/journal/check/file-reports';
import { oneRecord, type RecordType, recordTypes } from '../shared/model/record-types';
import { formatCount } from '../shared/words/dates';
import { recordLabels } from '../shared/words/records';
import { count } from '../shared/words/spans';
import { bullets, columns, paragraphs } from './layout';

/** What was found, for a reader. */
export function checkWords(report: CheckReport): string {
  const problems = report.remarks.filter(({ severity }) => severity === 'problem');
  const notes = report.remarks.filter(({ severity }) => severity === 'note');
  return paragraphs([
    [`Journal: ${report.journal}`, ...(report.inUseBy === null ? [] : [`Read beside ${report.inUseBy}.`])],
    columns(report.files.map((file) => [file.state, file.file, contentWords(file)])),
    report.files.length === 0 ? [] : [`In all: ${recordWords(report.counts)}.`],
    section(
      'Damaged or missing:',
      problems.map(({ message }) => message),
    ),
    section(
      'Good to know:',
      notes.map(({ message }) => message),
    ),
    outcome(report, problems.length > 0),
  ]);
}

/** Whether all is well, and what to do when it is not. */
function outcome({ ok, refusal }: CheckReport, isTold: boolean): string[] {
  if (ok) return ['The journal is whole. Nothing was changed.'];
  // What is told of the files says it already, but where none could be read, as those of a newer version.
  if (refusal !== null && !isTold) return [`Rapport does not open it as it is. ${refusal.message}`];
  return [
    'Nothing was changed. To mend it, restore a backup (rapport restore FILE), or open it in Rapport and go on with what can be read.',
  ];
}

function contentWords({ file, state, records, lines }: FileReport): string {
  if (state === 'missing' || state === 'unreadable') return '';
  if (lines === null) return recordWords(records);
  if (file.startsWith('history/')) return count(lines, 'earlier version');
  return lines === 0
    ? 'empty: all is in the files above'
    : `${count(lines, 'change')} not in the files above yet`;
}

/** `41 people, 5 introductions`; kinds that are not there are left out. */
export function recordWords(counts: Readonly<Partial<Record<RecordType, number>>>): string {
  const words = recordTypes.flatMap((type) => {
    const number = counts[type] ?? 0;
    return number === 0 ? [] : [formatCount(number, oneRecord[type], recordLabels[type].toLowerCase())];
  });
  return words.length === 0 ? 'nothing' : words.join(', ');
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading, ...bullets(lines)];
}
