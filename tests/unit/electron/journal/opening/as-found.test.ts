import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { putBackAsFound } from '../../../../../electron/journal/opening/as-found';
import { JournalStore, valueOrThrow } from '../../../../../electron/journal/journal-store';
import { addPerson, keep, newStore, openStore, tempFolder, testOptions } from '../temp-journal';

const OURS = /^(\w+\.json|changes\.ndjson)$/;

function contentOf(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => OURS.test(name));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

it('a damaged journal is put back file by file, a missing one missing again, after whatever was written since', async () => {
  const folder = join(tempFolder(), 'Rapport');
  const store = await newStore(folder);
  await addPerson(store, 'Ada');
  valueOrThrow(await store.fold());
  await addPerson(store, 'Bea');
  const log = readFileSync(join(folder, 'changes.ndjson'));
  valueOrThrow(await store.close());
  writeFileSync(join(folder, 'changes.ndjson'), log);
  writeFileSync(join(folder, 'people.json'), 'no journal at all');
  rmSync(join(folder, 'promises.json'));
  const found = contentOf(folder);

  const rescued = keep(await JournalStore.open({ ...testOptions(folder), rescue: true }));
  const asFound = rescued.asFound ?? new Map<string, string>();
  await addPerson(rescued, 'Cem');
  valueOrThrow(await rescued.close());
  expect(contentOf(folder)).not.toEqual(found);

  valueOrThrow(await putBackAsFound(testOptions(folder), asFound));
  expect(contentOf(folder)).toEqual(found);
  expect(readdirSync(folder).some((name) => name.startsWith('promises.json.edited-'))).toBe(true);
  expect(await JournalStore.open({ ...testOptions(folder), askFirst: true })).toMatchObject({
    ok: false,
    failure: { kind: 'needsRecovery' },
  });
});

it('a journal that was whole has nothing to go back to', async () => {
  const folder = join(tempFolder(), 'Rapport');
  valueOrThrow(await (await newStore(folder)).close());
  expect((await openStore(folder)).asFound).toBeNull();
});
