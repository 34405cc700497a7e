import type { Fs, FsHandle } from './fs';
import { isInside } from './is-inside';

/** A disk that was asleep needs some seconds; one that has not answered by then is away as long as it does not. */
export const WAKES_WITHIN_MS = 10_000;
/** Nothing else is asked of a drive that has let a question wait for so long, before it answers that one. */
const STALLED_AFTER_MS = 5_000;
/** Then it is given up. A slow stick may take a minute for a backup of a lifetime. */
const GIVEN_UP_AFTER_MS = 120_000;

/**
 * Files on drives that may hang: a network drive that is gone answers neither yes nor no, and each call that waits for it
 * holds one of the few threads that all files share. On a drive in `places` (folders) only a few calls ever wait. One that
 * has not answered in two minutes fails with `ETIMEDOUT`, and so does all else there, at once, until it does answer. Files
 * elsewhere are left alone.
 */
export function impatient(fs: Fs, places: () => readonly (string | null)[]): Fs {
  const drives = new Map<string, Drive>();
  const driveOf = (path: string): Drive | null => {
    const place = places().find((one) => one !== null && one !== '' && isInside(path, one));
    if (!place) return null;
    const drive = drives.get(place) ?? new Drive();
    drives.set(place, drive);
    return drive;
  };
  const ask = <T>(path: string, call: () => Promise<T>): Promise<T> => driveOf(path)?.ask(call) ?? call();
  return {
    readFile: (path) => ask(path, () => fs.readFile(path)),
    open: async (path, flags) => {
      const drive = driveOf(path);
      return drive ? drive.open(() => fs.open(path, flags)) : fs.open(path, flags);
    },
    rename: (from, to) => ask(to, () => fs.rename(from, to)),
    link: (from, to) => ask(to, () => fs.link(from, to)),
    unlink: (path) => ask(path, () => fs.unlink(path)),
    mkdir: (path) => ask(path, () => fs.mkdir(path)),
    readdir: (path) => ask(path, () => fs.readdir(path)),
    stat: (path) => ask(path, () => fs.stat(path)),
    copyFile: (from, to) => ask(to, () => fs.copyFile(from, to)),
    syncFolder: (path) => ask(path, () => fs.syncFolder(path)),
  };
}

class Drive {
  /** Calls that have not answered for a while. */
  private readonly stalled = new Set<Promise<unknown>>();
  /** How many of them nobody waits for any more. */
  private givenUp = 0;

  /** `tooLate` gets what is answered when nobody waits for it any more. */
  async ask<T>(call: () => Promise<T>, tooLate?: (value: T) => void): Promise<T> {
    while (this.stalled.size > 0) {
      if (this.givenUp > 0) throw noAnswer();
      await Promise.race(this.stalled);
    }
    return this.limited(call(), tooLate);
  }

  async open(call: () => Promise<FsHandle>): Promise<FsHandle> {
    const handle = await this.ask(call, (late) => void late.close().catch(() => undefined));
    return {
      write: (bytes, position) => this.ask(() => handle.write(bytes, position)),
      datasync: () => this.ask(() => handle.datasync()),
      sync: () => this.ask(() => handle.sync()),
      size: () => this.ask(() => handle.size()),
      truncate: (length) => this.ask(() => handle.truncate(length)),
      // Whatever has become of the drive, the file is let go.
      close: () => this.limited(handle.close()),
    };
  }

  private limited<T>(answer: Promise<T>, tooLate?: (value: T) => void): Promise<T> {
    let giveUp: ((reason: Error) => void) | null = null;
    const late = new Promise<never>((_, reject) => (giveUp = reject));
    const outcome = Promise.race([answer, late]);
    const waiting = outcome.catch(() => undefined);
    let isGivenUp = false;
    const stall = setTimeout(() => this.stalled.add(waiting), STALLED_AFTER_MS);
    const end = setTimeout(() => {
      isGivenUp = true;
      this.givenUp += 1;
      giveUp?.(noAnswer());
    }, GIVEN_UP_AFTER_MS);
    const answered = (): void => {
      clearTimeout(stall);
      clearTimeout(end);
      this.stalled.delete(waiting);
      if (isGivenUp) this.givenUp -= 1;
    };
    answer.then((value) => {
      answered();
      if (isGivenUp) tooLate?.(value);
    }, answered);
    return outcome;
  }
}

/** What is asked just now, and what will be answered. */
const asked = new Map<string, Promise<boolean>>();

/** Whether `ask` says yes within that time. The same `question` is not asked again while it waits for its answer. */
export async function saysYesWithin(
  question: string,
  ask: () => Promise<boolean>,
  ms: number,
): Promise<boolean> {
  const answer = asked.get(question) ?? ask().finally(() => asked.delete(question));
  asked.set(question, answer);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

function noAnswer(): Error {
  return Object.assign(new Error('The drive does not answer.'), { code: 'ETIMEDOUT' });
}
