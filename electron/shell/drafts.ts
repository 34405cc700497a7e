import { dirname } from 'node:path';
import { z } from 'zod';
import { Draft } from '../../shared/contract/app';
import { localInstant } from '../../shared/model/time';
import type { Instant } from '../../shared/model/primitives';
import { diskFailure, writeDurably } from '../journal/files/durable-file';
import { FailureError } from '../journal/files/failure-error';
import { errorCode, type Fs } from '../journal/files/fs';

export interface DraftStore {
  /** Last kept first. */
  list(): Promise<Draft[]>;
  /** Resolves when the draft is on the disk. Throws a `FailureError`; the former draft is then still there. */
  keep(draft: Omit<Draft, 'keptAt'>): Promise<Instant>;
  drop(id: string): Promise<void>;
  /** Keeps still while somebody else replaces the file, and reads it again afterwards. */
  whileReplaced<T>(work: () => Promise<T>): Promise<T>;
}

export interface DraftOptions {
  fs: Fs;
  path: string;
  now: () => Date;
  /** Of the journal that is open: a draft is of the one in which it was begun, and shown in no other. */
  journalId: () => string | null;
  /** Until then somebody else may still be replacing the file. */
  ready?: Promise<unknown>;
  /** Renames a damaged file. Null when that cannot be done. */
  setAside: (path: string, now: Date) => string | null;
  reportDamage: (path: string, aside: string | null) => void;
}

const FORMAT = 'rapport-drafts';
const VERSION = 1;
const DraftFile = z.object({
  format: z.literal(FORMAT),
  version: z.int(),
  drafts: z.array(z.unknown()),
});

/** As it is in the file. One without a journal is of none, and shown in any. */
const StoredDraft = Draft.extend({ journalId: z.string().nullish() });
type StoredDraft = z.infer<typeof StoredDraft>;

/** The drafts of the file; `foreign` are those of forms that this version does not know, kept as they are. */
interface LoadedDrafts {
  known: Map<string, StoredDraft>;
  foreign: unknown[];
}

/**
 * Typed text that is not in the journal yet, in a file of its own that is replaced durably: an acknowledged draft
 * outlives a kill and a power cut. Writers that come while one is at work share the next write.
 */
export function createDrafts(options: DraftOptions): DraftStore {
  let loading: Promise<LoadedDrafts> | null = null;
  let writing: Promise<void> | null = null;
  let waiting: Promise<void> | null = null;
  let replacing: Promise<unknown> = options.ready ?? Promise.resolve();
  const atWork = new Set<Promise<unknown>>();

  /** What is asked for while the file is replaced comes after that, and is done with what is in it then. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = replacing.then(work, work);
    atWork.add(done);
    return done.finally(() => atWork.delete(done));
  }

  async function load(): Promise<LoadedDrafts> {
    loading ??= readDrafts(options);
    try {
      return await loading;
    } catch (error) {
      // The next one tries again: the reason may be gone by then.
      loading = null;
      throw error;
    }
  }

  async function writeFile(): Promise<void> {
    const { known, foreign } = await load();
    const file = { format: FORMAT, version: VERSION, drafts: [...foreign, ...known.values()] };
    try {
      await options.fs.mkdir(dirname(options.path));
      await writeDurably(options.fs, options.path, [Buffer.from(JSON.stringify(file))]);
    } catch (error) {
      throw new FailureError(diskFailure(error, options.path));
    }
  }

  /** Resolves when everything that is in memory now is on the disk. */
  function save(): Promise<void> {
    if (!writing) {
      writing = writeFile().finally(() => {
        writing = null;
      });
      return writing;
    }
    // The write under way may have read the memory before this change: one more is needed, for all who come now.
    waiting ??= writing
      .catch(() => undefined)
      .then(() => {
        waiting = null;
        return save();
      });
    return waiting;
  }

  return {
    list: () =>
      inTurn(async () => {
        const own = options.journalId();
        const drafts = [...(await load()).known.values()];
        return newestFirst(drafts.filter(({ journalId }) => (journalId ?? own) === own).map(asShown));
      }),
    keep: (draft) =>
      inTurn(async () => {
        const keptAt = localInstant(options.now());
        (await load()).known.set(draft.id, { ...draft, keptAt, journalId: options.journalId() });
        await save();
        return keptAt;
      }),
    drop: (id) =>
      inTurn(async () => {
        if ((await load()).known.delete(id)) await save();
      }),
    whileReplaced: (work) => {
      const done = Promise.allSettled([replacing, ...atWork]).then(() => {
        loading = null;
        return work();
      });
      replacing = done.catch(() => undefined);
      return done;
    },
  };
}

async function readDrafts(options: DraftOptions): Promise<LoadedDrafts> {
  const { fs, path } = options;
  let text: string;
  try {
    text = (await fs.readFile(path)).toString('utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { known: new Map(), foreign: [] };
    throw new FailureError(diskFailure(error, path));
  }
  const file = DraftFile.safeParse(parseJson(text));
  if (!file.success) return startAfresh(options);
  if (file.data.version > VERSION) {
    throw new FailureError({
      kind: 'newerFormat',
      file: path,
      found: file.data.version,
      supported: VERSION,
    });
  }
  const known = new Map<string, StoredDraft>();
  const foreign: unknown[] = [];
  for (const entry of file.data.drafts) {
    const draft = StoredDraft.safeParse(entry);
    if (draft.success) known.set(draft.data.id, draft.data);
    else foreign.push(entry);
  }
  return { known, foreign };
}

function startAfresh({ path, now, setAside, reportDamage }: DraftOptions): LoadedDrafts {
  const aside = setAside(path, now());
  reportDamage(path, aside);
  if (aside === null) {
    throw new FailureError({ kind: 'damaged', file: path, detail: 'It could not be set aside either.' });
  }
  return { known: new Map(), foreign: [] };
}

function asShown({ journalId: _, ...draft }: StoredDraft): Draft {
  return draft;
}

function newestFirst(drafts: Draft[]): Draft[] {
  return drafts.sort((a, b) => Date.parse(b.keptAt) - Date.parse(a.keptAt));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: undefined is what no schema takes.
    return undefined;
  }
}
