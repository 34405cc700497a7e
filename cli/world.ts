import type { Fs } from '../electron/journal/files/fs';

/** Everything that the program takes from outside. */
export interface World {
  fs: Fs;
  now: () => Date;
  /** A fresh UUID v7. */
  newId: () => string;
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  home: string;
  /** Where relative paths begin. */
  workingFolder: string;
  version: string;
  /** The user's documents as Windows names them; null when it does not answer. */
  windowsDocuments: () => Promise<string | null>;
  /** Writes to the standard output and returns when it may go on. */
  print: (text: string) => Promise<void>;
  /** Writes to the standard error. */
  warn: (text: string) => void;
  /** Asks on the terminal; null where there is none. */
  ask: ((question: string) => Promise<string>) | null;
}
