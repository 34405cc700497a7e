import { isDeepStrictEqual } from 'node:util';
import { isAlarmingLoss, recordsIn } from '../electron/backup/automatic';
import { listBackups } from '../electron/backup/backups';
import { unsealWith } from '../electron/backup/opened-backup';
import { entryOfWritten, remember, sweepShelf } from '../electron/backup/shelf';
import { infoOf, writeBackup, type WrittenBackup } from '../electron/backup/write-backup';
import { lockHolder } from '../electron/journal/files/lock';
import { isForgettingUnderWay } from '../electron/journal/files/pending';
import { type JournalBeside, readBeside, snapshotOf } from '../electron/journal/opening/read-beside';
import type { JournalSnapshot } from '../electron/journal/volume-files';
import type { BackupInfo } from '../shared/contract/backup';
import type { Options } from './arguments';
import { backupLine } from './backup-line';
import { type ExitCode, exitCodes, Stop, stopFor } from './exit-codes';
import { paragraphs } from './layout';
import { isOtherPassphrase, locksmith, passphraseFrom } from './passphrase';
import { type Places, placesFor, refuseInside } from './places';
import { readToUse, storeOptions } from './read';
import type { World } from './world';

/** `rapport backup`: the same single file as the app's, made beside whoever has the journal open. */
export async function backUp(options: Options, world: World): Promise<ExitCode> {
  const places = await placesFor(options, world);
  refuseInside(places);
  const passphrase = await passphraseFrom(options, world);
  await refuseUnfit(places, passphrase);
  const { read, problems } = await readToUse(places.journal, world);
  if (problems.length > 0) throw damagedJournal();
  const snapshot = snapshotOf(world.fs, places.journal, read);
  if (!options.yes) await refuseShrunk(snapshot, places.backups, world);
  const written = await write(snapshot, places.backups, passphrase, world);
  await removeIfForgotten(written, read, places.journal, world);
  await remember(world.fs, places.backups, await entryOfWritten(world.fs, written));
  const info = infoOf(written);
  await world.print(
    options.json
      ? backupJson(places, info, read, passphrase !== null)
      : paragraphs([[backupLine(info), info.path]]),
  );
  return exitCodes.fine;
}

/** Where the user chose to encrypt, no backup is made in plain instead, and none with another passphrase than theirs. */
export async function refuseUnfit(places: Places, passphrase: string | null): Promise<void> {
  refusePlain(places, passphrase);
  if (passphrase !== null && (await isOtherPassphrase(places, passphrase)))
    throw stopFor({ kind: 'otherPassphrase' });
}

function refusePlain({ encryptBackups, backups }: Places, passphrase: string | null): void {
  if (encryptBackups && passphrase === null)
    throw stopFor({ kind: 'passphraseNeeded', to: 'make', path: backups });
}

/** It would be the newest backup, and offered as the best one, with less in it than those before. */
function damagedJournal(): Stop {
  return new Stop(
    exitCodes.problems,
    'damaged',
    'No backup was made: the journal is damaged, and its newest backup should be a good one. To keep it as it is, copy the folder. rapport check says more, and rapport restore mends it from a backup.',
  );
}

/** Made by hand, a backup says that the journal is as it should be: a script must not say so of one that lost its records. */
async function refuseShrunk(
  { journalId, counts }: JournalSnapshot,
  folder: string,
  { fs }: World,
): Promise<void> {
  const own = (await listBackups(fs, folder)).filter(
    (backup) => backup.journalId === journalId && backup.check.kind !== 'damaged',
  );
  const last = own.find((backup) => backup.counts !== null)?.counts;
  if (!last || !isAlarmingLoss(recordsIn(last), recordsIn(counts))) return;
  const [before, after] = [recordsIn(last), recordsIn(counts)];
  throw new Stop(
    exitCodes.problems,
    'journalShrank',
    `No backup was made: this journal holds ${after} records; its last backup holds ${before}. If that is as it should be, say --yes.`,
  );
}

async function write(
  snapshot: JournalSnapshot,
  folder: string,
  passphrase: string | null,
  { fs, now }: World,
): Promise<WrittenBackup> {
  await sweepShelf(fs, folder, now());
  const written = await writeBackup(snapshot, {
    fs,
    folder,
    kind: 'byHand',
    now,
    ...(passphrase !== null && {
      seal: (zip) => locksmith.seal(zip, passphrase),
      unseal: unsealWith(locksmith, [passphrase]),
    }),
  });
  if (!written.ok) throw stopFor(written.failure);
  return written.value;
}

/**
 * In the app forgetting waits for a backup that is being made, and then goes through all of them. Of this one it may not
 * have known: whoever was forgotten meanwhile must not live on in it.
 */
async function removeIfForgotten(
  { path }: WrittenBackup,
  { files }: JournalBeside,
  journal: string,
  world: World,
): Promise<void> {
  const isUnderWay = await isForgettingNow(journal, world);
  const now = await readBeside(storeOptions(journal, world));
  const isSame =
    now.ok &&
    !isUnderWay &&
    !now.value.isForgetting &&
    isDeepStrictEqual(now.value.files.forgotten, files.forgotten);
  if (isSame) return;
  await world.fs.unlink(path);
  throw now.ok ? stopFor({ kind: 'changedMeanwhile', what: 'journal' }) : stopFor(now.failure);
}

/** The app lists the backups once more after it has begun: of one that is there before that it knows. */
async function isForgettingNow(journal: string, { fs }: World): Promise<boolean> {
  try {
    return (await isForgettingUnderWay(fs, journal)) && (await lockHolder(fs, journal)) !== null;
  } catch {
    // Where it cannot be told, the backup is not kept; what is wrong with the folder is said by whoever reads it next.
    return true;
  }
}

function backupJson(
  { journal }: Places,
  backup: BackupInfo,
  read: JournalBeside,
  encrypted: boolean,
): string {
  const { inUseBy } = read;
  const document = {
    format: 'rapport-backup-made',
    version: 1,
    journal,
    inUseBy,
    backup: { ...backup, encrypted },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
