import { closeSync, fdatasyncSync, mkdtempSync, openSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { writeBackup } from '../../electron/backup/write-backup';
import { changeOf } from '../../electron/journal/changes/edit';
import { encodeLine } from '../../electron/journal/files/change-log';
import { diskFs } from '../../electron/journal/files/fs';
import { type JournalStore, valueOrThrow } from '../../electron/journal/journal-store';
import type { RecordChange } from '../../shared/model/record';
import { created } from '../../shared/model/stamp';
import { success } from '../../shared/result';
import type { LargeJournal } from '../fixtures/large-journal';
import { type Figure, interleaved, median, ms, percentile, timeMs } from './bench-kit';

const COMMITS = 300;
const LOWDB_WRITES = 3;
/** Commits measured while something else goes on. As many again at rest, in turn, so that the machine's moods meet both. */
const COMMITS_BESIDE = 600;
const ROUNDS = 4;

/** Committing one interaction against a plain append of the same bytes, and against lowdb's own whole-file write. */
export async function benchCommit(
  store: JournalStore,
  journal: LargeJournal,
  scratch: string,
): Promise<Figure[]> {
  const { commit, plainAppend, bytes, end } = await worksOf(store, journal, scratch);
  const sync = openSync(join(scratch, 'plain-sync.ndjson'), 'a');
  const plainSyncAppend = () => {
    writeSync(sync, bytes);
    fdatasyncSync(sync);
  };
  const [commits = [], appends = [], syncAppends = []] = await interleaved(COMMITS, [
    commit,
    plainAppend,
    plainSyncAppend,
  ]);
  await end();
  closeSync(sync);
  const whole = new Low<unknown>(new JSONFile(join(scratch, 'whole.json')), {
    interactions: journal.interactions,
  });
  const [writes = []] = await interleaved(LOWDB_WRITES, [() => whole.write()]);
  const commitMs = median(commits);
  return [
    {
      name: 'commit against append + fdatasync of the same bytes',
      detail:
        `median ${ms(commitMs)} (p99 ${ms(percentile(commits, 99))}) against ${ms(median(appends))}, ` +
        `${COMMITS} each in turn, ${bytes.length} bytes; with blocking calls the append takes ${ms(median(syncAppends))}`,
      value: commitMs / median(appends),
      unit: 'times',
      limit: { kind: 'atMost', value: 3 },
    },
    {
      name: 'commit against lowdb’s JSONFile write of the whole journal',
      detail: `median ${ms(commitMs)} against ${ms(median(writes))}`,
      value: median(writes) / commitMs,
      unit: 'times',
      limit: { kind: 'atLeast', value: 500 },
    },
  ];
}

/** A commit of one interaction, and a plain append of the same bytes. */
async function worksOf(store: JournalStore, journal: LargeJournal, scratch: string) {
  const template = journal.interactions.at(-1);
  if (!template) throw new Error('The journal is empty.');
  const { id: _id, createdAt: _c, updatedAt: _u, rev: _r, ...fields } = template;
  const commit = () =>
    store.change('entry', (_, stamp) =>
      success([changeOf('interaction', undefined, created(fields, stamp))]),
    );
  const change: RecordChange = { type: 'interaction', id: template.id, after: template };
  const bytes = Buffer.from(encodeLine({ seq: 123_456, at: template.at, label: 'entry', changes: [change] }));
  const plain = await open(join(scratch, 'plain.ndjson'), 'a');
  const plainAppend = async () => {
    await plain.write(bytes);
    await plain.datasync();
  };
  return { commit, plainAppend, bytes, end: () => plain.close() };
}

/**
 * The slowest commits (99th percentile) while the journal's volumes are written anew, and while a backup is written,
 * against those of a plain append with fdatasync, and of commits at rest, in the same run.
 */
export async function benchCommitBeside(
  store: JournalStore,
  journal: LargeJournal,
  scratch: string,
): Promise<Figure[]> {
  const { commit, plainAppend, end } = await worksOf(store, journal, scratch);
  const folder = mkdtempSync(join(scratch, 'beside-'));
  const backUp = async () =>
    valueOrThrow(
      await writeBackup(store.snapshot(), { fs: diskFs, folder, kind: 'byHand', now: () => new Date() }),
    );
  const fold = async () => valueOrThrow(await store.fold());
  const times = {
    rest: [] as number[],
    append: [] as number[],
    fold: [] as number[],
    backup: [] as number[],
  };
  const perRound = COMMITS_BESIDE / ROUNDS;
  for (let round = 0; round < ROUNDS; round++) {
    const [rest = [], append = []] = await interleaved(perRound, [commit, plainAppend]);
    times.rest.push(...rest);
    times.append.push(...append);
    times.fold.push(...(await timesWhile(fold, commit, perRound)));
    times.backup.push(...(await timesWhile(backUp, commit, perRound)));
  }
  await end();
  const slowest = (values: readonly number[]) => percentile(values, 99);
  const figureOf = (what: string, beside: readonly number[], value: number): Figure[] => {
    const limit = { kind: 'atMost', value } as const;
    const detail = `p99 ${ms(slowest(beside))} (median ${ms(median(beside))}, at most ${ms(Math.max(...beside))}) of ${beside.length}`;
    return [
      {
        name: `p99 of a commit while ${what} against that of an append + fdatasync`,
        detail: `${detail}, against ${ms(slowest(times.append))}`,
        value: slowest(beside) / slowest(times.append),
        unit: 'times',
        limit,
      },
      {
        name: `p99 of a commit while ${what} against that of a commit at rest`,
        detail: `${detail}, against ${ms(slowest(times.rest))} of ${times.rest.length}`,
        value: slowest(beside) / slowest(times.rest),
        unit: 'times',
        limit,
      },
    ];
  };
  return [
    ...figureOf('volumes are written anew', times.fold, 10),
    ...figureOf('a backup is written', times.backup, 10),
  ];
}

/** How long each commit took while the other work was going on; that is begun again until there are enough. */
async function timesWhile(
  other: () => Promise<unknown>,
  commit: () => unknown,
  count: number,
): Promise<number[]> {
  const times: number[] = [];
  while (times.length < count) {
    // Something to write: without a change there is nothing to fold.
    await commit();
    const state = { isGoingOn: true };
    const ending = other().finally(() => (state.isGoingOn = false));
    // A commit during which it ended counts as well: it waited for it.
    while (state.isGoingOn && times.length < count) times.push(await timeMs(commit));
    await ending;
  }
  return times;
}
