import { unzipSync } from 'fflate';
import { basename, join } from 'node:path';
import type { BackupInfo } from '../../shared/contract/backup';
import type { Fs } from '../journal/fs';
import { Manifest, MANIFEST_NAME } from './manifest';

/**
 * The newest backup of this journal in the folder, by what its manifest says. It was verified when it was written: a
 * backup that could not be read back is not kept. Null when there is none, or the folder cannot be reached just now.
 */
export async function latestBackup(fs: Fs, folder: string, journalId: string): Promise<BackupInfo | null> {
  // Names hold date and time, so the last in order is the newest.
  const names = (await fs.readdir(folder).catch(() => []))
    .filter((name) => /^Rapport .*\.rapport$/.test(name))
    .sort();
  for (const name of names.reverse()) {
    const info = await read(fs, join(folder, name), journalId);
    if (info) return info;
  }
  return null;
}

async function read(fs: Fs, path: string, journalId: string): Promise<BackupInfo | null> {
  try {
    const bytes = await fs.readFile(path);
    const files = unzipSync(bytes, { filter: (file) => file.name === MANIFEST_NAME });
    const manifest = Manifest.safeParse(JSON.parse(Buffer.from(files[MANIFEST_NAME] ?? []).toString('utf8')));
    if (!manifest.success || manifest.data.journalId !== journalId) return null;
    const { createdAt, counts } = manifest.data;
    const fileName = basename(path);
    return {
      path,
      fileName,
      bytes: bytes.length,
      createdAt,
      verifiedAt: createdAt,
      people: counts.people,
      interactions: counts.interactions,
    };
  } catch {
    // Not a backup that can be read: an older one may be. Restoring it would say what is wrong with it.
    return null;
  }
}
