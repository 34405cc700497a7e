import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JournalStore } from '../../electron/journal/journal-store';
import type { StoreOptions } from '../../electron/journal/store-options';
import { type Figure, interleaved, median, ms } from './bench-kit';

const ROUNDS = 5;

/** Opening the journal (checksums, indexes and all) against nothing but JSON.parse of the same bytes. */
export async function benchLoad(options: StoreOptions): Promise<Figure> {
  const { folder } = options;
  const files = [
    'journal.json',
    'people.json',
    'promises.json',
    ...readdirSync(join(folder, 'entries')).map((name) => join('entries', name)),
  ];
  const read = () => files.map((name) => readFileSync(join(folder, name)));
  const bytes = read().reduce((sum, file) => sum + file.length, 0);
  const parse = () => {
    for (const file of read()) JSON.parse(file.toString('utf8'));
  };
  const load = async () => {
    const opened = await JournalStore.open(options);
    if (!opened.ok) throw new Error(opened.failure.kind);
    await opened.value.close();
  };
  await load();
  const [loads = [], parses = []] = await interleaved(ROUNDS, [load, parse]);
  return {
    name: 'loading the journal against JSON.parse of the same bytes',
    detail: `median ${ms(median(loads))} against ${ms(median(parses))}, ${(bytes / 1e6).toFixed(1)} MB, ${ROUNDS} each in turn`,
    value: median(loads) / median(parses),
    unit: 'times',
    limit: { kind: 'atMost', value: 2.5 },
  };
}
