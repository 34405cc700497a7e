import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { writeBackup } from '../../../../../electron/backup/write-backup';
import { diskFs, type Fs } from '../../../../../electron/journal/files/fs';
import { JournalStore, valueOrThrow } from '../../../../../electron/journal/journal-store';
import { lockHolder } from '../../../../../electron/journal/files/lock';
import { readBeside, snapshotOf } from '../../../../../electron/journal/opening/read-beside';
import { addPerson, newStore, openStore, tempFolder, testOptions } from '../temp-journal';

function isLog(path: string): boolean {
  return path.endsWith('changes.ndjson');
}

describe('reading a journal beside whoever has it open', () => {
  it('never mixes files of before and after, however often they are written meanwhile', async () => {
    const folder = tempFolder();
    const store = await newStore(folder);
    const writer = { isDone: false };
    const writing = (async () => {
      for (let number = 1; !writer.isDone; number++) {
        await addPerson(store, `Person ${number}`);
        if (number % 4 === 0) valueOrThrow(await store.fold());
        await (number % 16 === 0 ? pause(60) : nextTurn());
      }
    })();
    for (let turn = 0; turn < 15; turn++) {
      const acknowledged = store.tables.count('person');
      const read = valueOrThrow(await readBeside(testOptions(folder)));
      // Each change added one.
      expect(read.tables.count('person')).toBe(read.lastSeq);
      expect(read.lastSeq).toBeGreaterThanOrEqual(acknowledged);
      expect(read.findings).toEqual([]);
    }
    writer.isDone = true;
    await writing;
  });

  it('reads again when the volumes were written and the log was cut in between', async () => {
    const folder = tempFolder();
    const store = await newStore(folder);
    await addPerson(store, 'Anna');
    let folds = 0;
    const fs: Fs = {
      ...diskFs,
      readFile: async (path) => {
        if (isLog(path) && folds++ === 0) valueOrThrow(await store.fold());
        return diskFs.readFile(path);
      },
    };
    const read = valueOrThrow(await readBeside(testOptions(folder, fs)));
    expect(read.tables.count('person')).toBe(1);
    expect(folds).toBe(2);
  });

  it('waits for a line that is just being written, and tells it when nobody writes it any more', async () => {
    const folder = tempFolder();
    const store = await newStore(folder);
    await addPerson(store, 'Anna');
    let looks = 0;
    const fs: Fs = {
      ...diskFs,
      readFile: async (path) => {
        const bytes = await diskFs.readFile(path);
        return isLog(path) && looks++ === 0 ? bytes.subarray(0, -10) : bytes;
      },
    };
    const read = valueOrThrow(await readBeside(testOptions(folder, fs)));
    expect([looks, read.tables.count('person'), read.findings]).toEqual([2, 1, []]);
    valueOrThrow(await store.close());
    appendFileSync(join(folder, 'changes.ndjson'), '{"seq":2');
    const { findings } = valueOrThrow(await readBeside(testOptions(folder)));
    expect(findings).toEqual([{ kind: 'tornLogLine', bytes: 8 }]);
  });

  it('gives what can be backed up, with what records said before', async () => {
    const folder = tempFolder();
    const store = await newStore(folder);
    const anna = await addPerson(store, 'Anna');
    const after = { ...anna, name: 'Annika' };
    valueOrThrow(
      await store.change('a new name', () => ({
        ok: true,
        value: [{ type: 'person', id: anna.id, before: anna, after }],
      })),
    );
    const read = valueOrThrow(await readBeside(testOptions(folder)));
    const options = { fs: diskFs, folder: tempFolder(), kind: 'byHand', now: () => new Date() } as const;
    const backup = valueOrThrow(await writeBackup(snapshotOf(diskFs, folder, read), options)).read;
    expect(backup.tables.get('person', anna.id)?.name).toBe('Annika');
    expect(backup.history.map(({ was }) => was[0]?.before)).toMatchObject([{ name: 'Anna' }]);
    expect(backup.manifest).toMatchObject({ journalId: store.journalId, throughSeq: 2 });
  });

  it('says when somebody is half forgotten', async () => {
    const folder = tempFolder();
    valueOrThrow(await (await newStore(folder)).close());
    const list = (path: string) =>
      writeFileSync(
        join(folder, '.forgetting.json'),
        JSON.stringify({ format: 'rapport-forgetting', steps: [{ kind: 'remove', path }] }),
      );
    list(join(folder, 'elsewhere.rapport'));
    expect(valueOrThrow(await readBeside(testOptions(folder))).isForgetting).toBe(false);
    list('people.json');
    expect(valueOrThrow(await readBeside(testOptions(folder))).isForgetting).toBe(true);
  });
});

describe('who has a journal', () => {
  it('is told while it is open, and nobody before and after, nor when the lock is a dead one', async () => {
    const folder = tempFolder();
    expect(await lockHolder(diskFs, folder)).toBeNull();
    const store = await newStore(folder);
    expect(await lockHolder(diskFs, folder)).toContain(`process ${process.pid} on this computer`);
    valueOrThrow(await store.close());
    expect(await lockHolder(diskFs, folder)).toBeNull();
  });
});

describe('releasing a journal', () => {
  it('leaves the volumes as they were found, and the changes in the log', async () => {
    const folder = tempFolder();
    valueOrThrow(await (await newStore(folder)).close());
    rmSync(join(folder, 'promises.json'));
    const store = valueOrThrow(await JournalStore.open({ ...testOptions(folder), rescue: true }));
    await addPerson(store, 'Anna');
    valueOrThrow(await store.release());
    expect(await JournalStore.open(testOptions(folder))).toMatchObject({ failure: { kind: 'damaged' } });
    writeFileSync(join(folder, 'promises.json'), '{"promises":[]}');
    const names = [...(await openStore(folder)).tables.all('person')].map(({ name }) => name);
    expect(names).toEqual(['Anna']);
  });
});
