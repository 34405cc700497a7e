import { FailureError } from '../journal/files/failure-error';
import { diskFs } from '../journal/files/fs';
import { checkNewFolder } from '../journal/files/journal-folder';
import type { Folders } from '../shell/folders';
import { refusedField } from './refusal';
import { isReallyInside } from '../shell/real-folder';
import type { StoredSettings } from '../shell/settings-file';

/** The sample comes and goes: a journal of one's own must not lie among its files. */
export async function expectApartFromSample(
  folder: string,
  { sampleJournal, sampleBackups }: Pick<Folders, 'sampleJournal' | 'sampleBackups'>,
): Promise<void> {
  for (const place of [sampleJournal, sampleBackups]) {
    if (await isReallyInside(folder, place))
      throw refusedField('folder', 'The sample journal lies there. Choose another folder.');
  }
}

/** Of a folder where a journal is to go: what happens to it must spare the backups, and the other way round. */
export async function expectApartFromBackups(
  folder: string,
  {
    backupFolder,
    secondBackupFolder,
    journalFolder,
  }: Pick<StoredSettings, 'backupFolder' | 'secondBackupFolder' | 'journalFolder'>,
  { defaultBackups, defaultJournal }: Pick<Folders, 'defaultBackups' | 'defaultJournal'>,
): Promise<void> {
  // Where the journal has always been it may begin anew: a lost one is restored there.
  if (folder === journalFolder || folder === defaultJournal) return;
  for (const place of [backupFolder ?? defaultBackups, secondBackupFolder]) {
    if (place === null) continue;
    if (await isReallyInside(folder, place)) throw notApart(place);
    if (await isReallyInside(place, folder)) {
      // One that holds other files is refused for these, as any is: then a new folder in it is offered.
      const fit = await checkNewFolder(diskFs, folder);
      throw fit.ok ? notApart(place) : new FailureError(fit.failure);
    }
  }
}

function notApart(place: string): FailureError {
  return refusedField(
    'folder',
    `Your backups go to ${place}. Choose a folder apart from it, so that what happens to one spares the other.`,
  );
}
