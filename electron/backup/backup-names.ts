import { randomUUID } from 'node:crypto';
import type { BackupKind } from '../../shared/contract/backup';
import type { Instant } from '../../shared/model/primitives';
import { localInstant } from '../../shared/model/time';

/** Automatic backups have a folder of their own: what is deleted by itself is only ever deleted in there. */
export const AUTOMATIC_FOLDER = 'Automatic';

const EXTENSION = '.rapport';
const ENCRYPTED_EXTENSION = '.rapport.age';
const SAFETY_WORDS = ' before a restore';

/** `Rapport 2026-11-22 0915.rapport`; what was made before a restore says so. */
export function backupName(kind: BackupKind, createdAt: Instant, encrypted: boolean): string {
  const when = `${createdAt.slice(0, 10)} ${createdAt.slice(11, 13)}${createdAt.slice(14, 16)}`;
  const why = kind === 'safety' ? SAFETY_WORDS : '';
  return `Rapport ${when}${why}${encrypted ? ENCRYPTED_EXTENSION : EXTENSION}`;
}

export function isBackupName(name: string): boolean {
  return !name.startsWith('.') && (name.endsWith(EXTENSION) || name.endsWith(ENCRYPTED_EXTENSION));
}

export function isEncryptedName(name: string): boolean {
  return name.endsWith(ENCRYPTED_EXTENSION);
}

/** What a name tells of a backup that does not say it itself, such as an encrypted one from elsewhere. */
export function kindByName(name: string): 'safety' | 'byHand' {
  return name.includes(SAFETY_WORDS) ? 'safety' : 'byHand';
}

/** When a backup was made by its name, in this computer's time zone; null for a name that is not one of ours. */
export function createdAtByName(name: string): Instant | null {
  const found = /^Rapport (\d{4})-(\d\d)-(\d\d) (\d\d)(\d\d)\b/.exec(name);
  if (!found) return null;
  const [, year, month, day, hour, minute] = found.map(Number);
  const date = new Date(year ?? 0, (month ?? 1) - 1, day, hour, minute);
  return Number.isNaN(date.getTime()) ? null : localInstant(date);
}

/** A backup's name before and from its extension on. */
export function splitBackupName(name: string): { stem: string; extension: string } {
  const extension = isEncryptedName(name) ? ENCRYPTED_EXTENSION : EXTENSION;
  return { stem: name.slice(0, -extension.length), extension };
}

/** The name of a file that is still being written: it is no backup until it was read back. */
export function unfinishedName(name: string): string {
  return `.${name}.${randomUUID()}.unfinished`;
}

export function isUnfinishedName(name: string): boolean {
  // With two dots: what the durable file itself was still writing of it.
  return /^\.{1,2}Rapport .*\.(unfinished|tmp)$/.test(name);
}
