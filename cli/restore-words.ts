import { formatCount, formatInstant, formatNumber } from '../shared/words/dates';
import { changeWords, recordLabels } from '../shared/words/records';
import { oneRecord } from '../shared/model/record-types';
import type { BackupInfo, Difference } from '../shared/contract/backup';
import { backupLine } from './backup-line';
import { bullets, columns, paragraphs } from './layout';
import { damageOf, type Found, type Preview } from './restore-preview';

/** What the backup holds and what restoring it would change. */
export function previewWords(preview: Preview, found: Found, journal: string): string {
  const { backup, ofThisJournal, differences, leftOut, identical } = preview;
  const damage = damageOf(found);
  const examples = differences.flatMap((difference) => exampleLines(difference));
  return paragraphs([
    [`Backup: ${backup.fileName}`, `Made ${formatInstant(backup.createdAt)}; ${backupLine(backup)}`],
    ofThisJournal ? [] : ['It is a backup of another journal, not of this one.'],
    [journalLine(found, journal)],
    damage.length === 0 ? [] : ['Damaged or missing:', ...bullets(damage)],
    leftOut === 0 ? [] : [`${formatCount(leftOut, 'person', 'people')} whom you had forgotten: left out.`],
    identical ? [sameWords(damage.length > 0)] : columns(table(differences)),
    examples.length === 0 ? [] : ['Some of them:', ...bullets(examples)],
  ]);
}

function sameWords(isDamaged: boolean): string {
  return isDamaged
    ? 'What could be read of the journal holds the same. Restoring writes the damaged files anew; each is kept as it was found.'
    : 'The journal holds the same. There is nothing to restore.';
}

/** What was done; nothing when nothing was. */
export function doneWords(journal: string, safetyBackup: BackupInfo | null): string {
  if (!safetyBackup) return '';
  return `\n${paragraphs([[`Restored into ${journal}.`, `The journal as it was: ${safetyBackup.path}`]])}`;
}

/** The same for scripts. */
export function restoreJson(journal: string, preview: Preview, safetyBackup: BackupInfo | null): string {
  const { backup, differences, leftOut, identical } = preview;
  const restored = safetyBackup !== null;
  const about = { journal, backup, differences, leftOut, identical, restored, safetyBackup };
  return `${JSON.stringify({ format: 'rapport-restore', version: 1, ...about }, null, 2)}\n`;
}

function journalLine(found: Found, journal: string): string {
  if (found.kind === 'new') return `Journal: none yet in ${journal}; a new one begins there.`;
  return `Journal: ${journal}`;
}

function table(differences: readonly Difference[]): string[][] {
  const rows = differences.map(({ type, now, inBackup, added, changed, removed }) => [
    recordLabels[type],
    ...[now, inBackup].map(formatNumber),
    ...[added, changed, removed].map((count) => (count === 0 ? '–' : formatNumber(count))),
  ]);
  return [['', 'now', 'in the backup', 'come back', 'change back', 'go'], ...rows];
}

function exampleLines({ type, examples }: Difference): string[] {
  return examples.map(({ what, title }) => `${title} ${changeWords[what]} (${oneRecord[type]})`);
}
