/** A page that asks for none of our files is one that a development server sends. */
const NO_FILES_MS = 300;
/** The page asks for its files in one go. */
const LAST_FILE_MS = 20;

/** Tells when the page has asked for its files, and is busy with running them. */
export interface PageFiles {
  /** The page itself has come; from here on its files are waited for. */
  begin(): void;
  /** A file was asked for. */
  asked(): void;
}

/** Runs `then` once, after the page's last file. What it does would otherwise hold those files up. */
export function afterPageFiles(then: () => void): PageFiles {
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let isDone = false;
  const wait = (ms: number): void => {
    if (waiting) clearTimeout(waiting);
    waiting = setTimeout(() => {
      waiting = null;
      isDone = true;
      then();
    }, ms);
  };
  return {
    begin: () => {
      if (!isDone) wait(NO_FILES_MS);
    },
    asked: () => {
      if (waiting) wait(LAST_FILE_MS);
    },
  };
}
