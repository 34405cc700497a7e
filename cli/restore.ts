import { resolve } from 'node:path';
import { BackupKeeper } from '../electron/backup/backup-keeper';
import { backupHandlers } from '../electron/backup/handlers';
import { openBackup, unsealWith } from '../electron/backup/opened-backup';
import type { ReadBackup } from '../electron/backup/read-backup';
import { Journal } from '../electron/journal/journal';
import { JournalStore } from '../electron/journal/journal-store';
import { lockHolder } from '../electron/journal/files/lock';
import type { BackupInfo } from '../shared/contract/backup';
import type { Options } from './arguments';
import { type ExitCode, exitCodes, stopFor } from './exit-codes';
import { refuseUnfit } from './backup';
import { isOtherPassphrase, locksmith, passphraseFrom } from './passphrase';
import { type Places, placesFor, refuseInside } from './places';
import { storeOptions } from './read';
import { damageOf, type Found, findJournal, type Preview, previewOf } from './restore-preview';
import { doneWords, previewWords, restoreJson } from './restore-words';
import type { World } from './world';

interface Task {
  path: string;
  passphrase: string | null;
  places: Places;
}

/** `unlocked`: it was encrypted, and the passphrase is its own. */
interface Opened {
  backup: ReadBackup;
  unlocked: boolean;
}

/** `rapport restore`: shows what would change, asks, and does what the app does. */
export async function restore(file: string, options: Options, world: World): Promise<ExitCode> {
  const places = await placesFor(options, world);
  refuseInside(places);
  const passphrase = await passphraseFrom(options, world);
  const task: Task = { path: resolve(world.workingFolder, file), passphrase, places };
  await refuseInUse(places.journal, world);
  const { backup, unlocked } = await open(task, world);
  // A former passphrase that opens a backup is one that the user has: the safety backup may have it too.
  if (!unlocked) await refuseUnfit(places, passphrase);
  const found = await findJournal(places.journal, world);
  const preview = await previewOf(found, backup, task.path, world.now());
  const tell = (safetyBackup: BackupInfo | null): Promise<void> =>
    world.print(
      options.json
        ? restoreJson(places.journal, preview, safetyBackup)
        : doneWords(places.journal, safetyBackup),
    );
  if (!options.json) await world.print(previewWords(preview, found, places.journal));
  else if (!options.yes) world.warn(previewWords(preview, found, places.journal));
  // Where files are damaged there is something to mend also when no record differs: all are written anew.
  if (preview.identical && damageOf(found).length === 0) {
    await tell(null);
    return exitCodes.fine;
  }
  if (unlocked) await tellOfFormer(task, world);
  if (!options.yes && !(await isConfirmed(world))) {
    if (options.json) await tell(null);
    return exitCodes.refused;
  }
  await tell(await carryOut(task, found, preview, world));
  return exitCodes.fine;
}

async function refuseInUse(folder: string, { fs }: World): Promise<void> {
  const holder = await lockHolder(fs, folder);
  if (holder !== null) throw stopFor({ kind: 'locked', folder, holder });
}

async function open({ path, passphrase }: Task, { fs }: World): Promise<Opened> {
  let unlocked = false;
  const unseal = unsealWith(locksmith, [passphrase]);
  const opened = await openBackup(fs, path, (bytes, from) => {
    unlocked = true;
    return unseal(bytes, from);
  });
  if (!opened.ok) throw stopFor(opened.failure);
  return { backup: opened.value, unlocked };
}

/** With one passphrase given, the safety backup gets that one, though the app has another by now. */
async function tellOfFormer({ places, passphrase }: Task, { warn }: World): Promise<void> {
  if (passphrase === null || !(await isOtherPassphrase(places, passphrase))) return;
  warn(
    'The app has another passphrase by now. The safety backup is locked with the one given here: keep it.\n',
  );
}

async function isConfirmed({ ask, warn }: World): Promise<boolean> {
  if (ask === null) {
    warn('Nothing was changed. There is no terminal to ask on: with --yes it is restored without asking.\n');
    return false;
  }
  const answer = await ask('Restore it? A safety backup of the journal as it is comes first. Write yes: ');
  if (answer.trim().toLowerCase() === 'yes') return true;
  warn('Nothing was changed.\n');
  return false;
}

async function carryOut(task: Task, found: Found, preview: Preview, world: World): Promise<BackupInfo> {
  const store = await openStore(task.places.journal, found, world);
  let safetyBackup: BackupInfo;
  try {
    if (store.extent.throughSeq !== preview.throughSeq) {
      throw stopFor({ kind: 'changedMeanwhile', what: 'journal' });
    }
    const restored = await handlersOf(store, task, world)['backup.restore']({
      path: task.path,
      passphrase: task.passphrase ?? undefined,
    });
    ({ safetyBackup } = restored);
  } catch (error) {
    await store.release();
    throw error;
  }
  const closed = await store.close();
  // What was restored is on the disk, in the log; the next start writes it into the files.
  if (!closed.ok) world.warn(`${stopFor(closed.failure).message}\n`);
  return safetyBackup;
}

async function openStore(folder: string, found: Found, world: World): Promise<JournalStore> {
  const options = storeOptions(folder, world);
  const opened =
    found.kind === 'new'
      ? await JournalStore.create(options)
      : await JournalStore.open({ ...options, rescue: found.kind === 'damaged' });
  if (!opened.ok) throw stopFor(opened.failure);
  return opened.value;
}

function handlersOf(store: JournalStore, { passphrase, places }: Task, { fs, now }: World) {
  const journal = new Journal(store, now);
  const keeper = new BackupKeeper(journal, {
    fs,
    now,
    vault: locksmith,
    plan: () => ({
      folder: places.backups,
      secondFolder: null,
      encryption: passphrase === null ? { kind: 'off' } : { kind: 'on', passphrase },
    }),
    onProgress: () => undefined,
    onBackup: () => undefined,
    onNews: () => undefined,
  });
  return backupHandlers(journal, keeper, now);
}
