import { errorCode, type Fs } from './fs';

/** By which a file is known again: which one it is, how long, and when it was last written. Null: there is none. */
export type FileMark = string | null;

/** Throws Node's error for anything but a file that is not there. */
export async function markOf(fs: Fs, path: string): Promise<FileMark> {
  try {
    const { id, bytes, modifiedMs } = await fs.stat(path);
    return `${id} ${bytes} ${modifiedMs}`;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
