import { join } from 'node:path';
import { renameSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOG_NAME } from '../../../../electron/backup/catalog';
import { latestBackup } from '../../../../electron/backup/latest-backup';
import { entryOfWritten, remember } from '../../../../electron/backup/shelf';
import { writeBackup } from '../../../../electron/backup/write-backup';
import { diskFs } from '../../../../electron/journal/files/fs';
import { valueOrThrow } from '../../../../electron/journal/journal-store';
import { addPerson, newStore, tempFolder, testOptions } from '../journal/temp-journal';

describe('the latest backup', () => {
  it('is said to be verified only when it was, where it lies', async () => {
    const store = await newStore(join(tempFolder(), 'J'));
    await addPerson(store, 'Anna');
    const folder = tempFolder();
    const { now } = testOptions(folder);
    const written = valueOrThrow(
      await writeBackup(store.snapshot(), { fs: diskFs, folder, kind: 'byHand', now }),
    );
    await remember(diskFs, folder, await entryOfWritten(diskFs, written));
    const latest = () => latestBackup(diskFs, folder, store.journalId);
    expect(await latest()).toMatchObject({ people: 1, verifiedAt: written.verifiedAt });
    // The file may be any: nobody remembers what it was.
    renameSync(join(folder, CATALOG_NAME), join(tempFolder(), CATALOG_NAME));
    expect(await latest()).toMatchObject({ people: 1, verifiedAt: null });
  });
});
