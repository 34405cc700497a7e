import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectApartFromBackups, expectApartFromSample } from '../../../../electron/ipc/journal-places';
import { foldersIn } from '../../../../electron/shell/folders';
import { tempFolder } from '../journal/temp-journal';

const usual = { backupFolder: null, secondBackupFolder: null, journalFolder: null };

function computer() {
  const documents = join(tempFolder(), 'Documents');
  mkdirSync(documents);
  return { documents, folders: foldersIn(documents, join(tempFolder(), 'data')) };
}

const refused = (about: string) => ({
  failure: { kind: 'invalidInput', fields: { folder: expect.stringContaining(about) } },
});

describe('where a journal is to go', () => {
  it('may be the usual place, beside the usual one of the backups', async () => {
    const { folders } = computer();
    await expect(expectApartFromBackups(folders.defaultJournal, usual, folders)).resolves.toBeUndefined();
    await expect(expectApartFromSample(folders.defaultJournal, folders)).resolves.toBeUndefined();
  });

  it('may not be the folder of the backups, nor that of their copies, nor one in or around them', async () => {
    const { documents, folders } = computer();
    const copies = join(documents, 'Synced', 'Copies');
    const settings = { ...usual, secondBackupFolder: copies };
    const around = join(documents, 'Synced');
    for (const folder of [folders.defaultBackups, join(folders.defaultBackups, 'Journal')])
      await expect(expectApartFromBackups(folder, settings, folders)).rejects.toMatchObject(
        refused(folders.defaultBackups),
      );
    for (const folder of [copies, join(copies, 'Journal'), around])
      await expect(expectApartFromBackups(folder, settings, folders)).rejects.toMatchObject(refused(copies));
  });

  it('is offered a new folder in one that holds other files, the backups among them', async () => {
    const { documents, folders } = computer();
    mkdirSync(folders.defaultBackups);
    await expect(expectApartFromBackups(documents, usual, folders)).rejects.toMatchObject({
      failure: { kind: 'folderNotEmpty', path: documents },
    });
  });

  it('is where a link leads to', async () => {
    const { documents, folders } = computer();
    for (const folder of [folders.defaultBackups, folders.sampleJournal])
      mkdirSync(folder, { recursive: true });
    const link = join(documents, 'Link');
    symlinkSync(folders.defaultBackups, link);
    await expect(expectApartFromBackups(join(link, 'Journal'), usual, folders)).rejects.toMatchObject(
      refused(folders.defaultBackups),
    );
    const toSample = join(documents, 'Sample');
    symlinkSync(folders.sampleJournal, toSample);
    await expect(expectApartFromSample(join(toSample, 'Journal'), folders)).rejects.toMatchObject(
      refused('sample journal'),
    );
  });
});
