import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Zip, ZipDeflate } from 'fflate';

/** A file inside a backup, its bytes made in slices. */
export interface ArchiveFile {
  name: string;
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** What is known of a file once it is in the archive. */
export interface ArchivedFile {
  name: string;
  bytes: number;
  sha256: string;
}

/**
 * A zip of files, as slices of bytes: nothing larger than a slice is compressed at a time, and other work gets its turn
 * in between. `last` makes one more file from what the others turned out to be: the manifest.
 */
export async function* zipSliced(
  files: Iterable<ArchiveFile>,
  last: (archived: readonly ArchivedFile[]) => ArchiveFile,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let problem: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) problem = error;
    else ready.push(chunk);
  });
  const take = (): Uint8Array[] => {
    if (problem) throw problem;
    return ready.splice(0);
  };
  const archived: ArchivedFile[] = [];
  for (const file of files) {
    for await (const described of addFile(zip, file)) {
      if (described) archived.push(described);
      yield* take();
    }
  }
  for await (const _ of addFile(zip, last(archived))) yield* take();
  zip.end();
  yield* take();
}

async function* addFile(zip: Zip, file: ArchiveFile): AsyncGenerator<ArchivedFile | null> {
  const entry = new ZipDeflate(file.name, { level: 6 });
  zip.add(entry);
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of file.chunks) {
    hash.update(chunk);
    bytes += chunk.length;
    entry.push(chunk);
    yield null;
    await nextTurn();
  }
  entry.push(new Uint8Array(0), true);
  yield { name: file.name, bytes, sha256: hash.digest('hex') };
}
