import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { changeOf } from '../../electron/journal/changes/edit';
import { encodeLine } from '../../electron/journal/change-log';
import type { JournalStore } from '../../electron/journal/journal-store';
import type { RecordChange } from '../../shared/model/record';
import { created } from '../../shared/model/stamp';
import { success } from '../../shared/result';
import type { LargeJournal } from '../fixtures/large-journal';
import { type Figure, interleaved, median, ms, percentile } from './bench-kit';

const COMMITS = 300;
const LOWDB_WRITES = 3;

/** Committing one interaction against a plain append of the same bytes, and against lowdb's own whole-file write. */
export async function benchCommit(
  store: JournalStore,
  journal: LargeJournal,
  scratch: string,
): Promise<Figure[]> {
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
  await plain.close();
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
