import type { Format } from '../../shared/model/migrations';
import type { Fs } from './files/fs';

/** Everything the journal takes from outside, so that tests can set the clock, the ids and the disk. */
export interface StoreOptions {
  fs: Fs;
  folder: string;
  /** The present moment. */
  now: () => Date;
  /** A fresh UUID v7. */
  newId: () => string;
  /** The user chose to go on with what can be read, whatever is missing. */
  rescue?: boolean;
  /** What is damaged is not dealt with: opening fails with `needsRecovery`, and nothing is changed. */
  askFirst?: boolean;
  /** The format that is written, when it is not that of this version. */
  format?: Format;
  /** How far opening has come, in bytes. */
  onProgress?: (done: number, total: number) => void;
}
