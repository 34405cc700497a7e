import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { v7 as uuidV7 } from 'uuid';
import { BackupKeeper } from '../../electron/backup/backup-keeper';
import { backupHandlers } from '../../electron/backup/handlers';
import { ThreadVault } from '../../electron/backup/thread-vault';
import { diskFs } from '../../electron/journal/files/fs';
import { Journal } from '../../electron/journal/journal';
import { JournalStore, valueOrThrow } from '../../electron/journal/journal-store';
import { type Figure, interleaved, median, ms, timeMs } from './bench-kit';

const ROUNDS = 3;
/** What a backup is packed with. */
const LEVEL = 6;

/**
 * A backup (written, on the disk, opened again, checked and counted) and a verified restore of it into an empty journal,
 * each against nothing but zipping the same bytes.
 */
export async function benchBackup(journal: Journal, scratch: string): Promise<Figure[]> {
  const folder = mkdtempSync(join(scratch, 'backups-'));
  await journal.store.fold();
  const files = journalFiles(journal.store.folder);
  const bytes = Object.values(files).reduce((sum, file) => sum + file.length, 0);
  const calls = callsOf(journal, folder);
  const [backups = [], zips = []] = await interleaved(ROUNDS, [
    () => calls['backup.now']({}),
    () => zipSync(files, { level: LEVEL }),
  ]);
  const { path } = await calls['backup.now']({});
  const restoreMs = await timeRestore(path, scratch);
  const size = `${(bytes / 1e6).toFixed(1)} MB`;
  const zipMs = median(zips);
  return [
    {
      name: 'a verified backup against zipping the same bytes',
      detail: `median ${ms(median(backups))} against ${ms(zipMs)}, ${size}, ${ROUNDS} each in turn`,
      value: median(backups) / zipMs,
      unit: 'times',
      limit: { kind: 'atMost', value: 3 },
    },
    {
      name: 'a verified restore into an empty journal against zipping the same bytes',
      detail: `${ms(restoreMs)} against ${ms(zipMs)}: opened, safety backup, every record checked, logged and compared`,
      value: restoreMs / zipMs,
      unit: 'times',
      limit: { kind: 'atMost', value: 8 },
    },
  ];
}

async function timeRestore(path: string, scratch: string): Promise<number> {
  const folder = join(mkdtempSync(join(scratch, 'restored-')), 'Rapport');
  const options = { fs: diskFs, folder, now: () => new Date(), newId: () => uuidV7() };
  const store = valueOrThrow(await JournalStore.create(options));
  const calls = callsOf(new Journal(store, options.now), mkdtempSync(join(scratch, 'backups-')));
  const took = await timeMs(() => calls['backup.restore']({ path }));
  await store.close();
  return took;
}

function callsOf(journal: Journal, folder: string) {
  const now = (): Date => new Date();
  const keeper = new BackupKeeper(journal, {
    fs: diskFs,
    now,
    plan: () => ({ folder, secondFolder: null, encryption: { kind: 'off' } }),
    vault: new ThreadVault(() => {
      throw new Error('Nothing is encrypted here.');
    }),
    onProgress: () => undefined,
    onBackup: () => undefined,
    onNews: () => undefined,
  });
  return backupHandlers(journal, keeper, now);
}

function journalFiles(folder: string): Record<string, Uint8Array> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(json|txt)$/.test(name),
  );
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));
}
