import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

type StoredRecord = Record<string, unknown> & { id: string };

/** The records of a journal by the list they stand in and their id, read from its files as anyone could. */
export function readJournal(folder: string): Record<string, Record<string, StoredRecord>> {
  const journal: Record<string, Record<string, StoredRecord>> = {};
  for (const file of journalFiles(folder)) {
    const content = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    for (const [list, records] of Object.entries(content)) {
      if (!Array.isArray(records)) continue;
      for (const record of records as StoredRecord[]) (journal[list] ??= {})[record.id] = record;
    }
  }
  return journal;
}

/** The same without the revisions: a restore writes anew what it brings back, and the clock goes on. */
export function withoutRevisions(journal: ReturnType<typeof readJournal>): unknown {
  return JSON.parse(JSON.stringify(journal, (key, value: unknown) => (key === 'rev' ? undefined : value)));
}

/** All records of one list, in no order. */
export function recordsOf(folder: string, list: string): StoredRecord[] {
  return Object.values(readJournal(folder)[list] ?? {});
}

const LISTS = {
  person: 'people',
  interaction: 'interactions',
  promise: 'promises',
  gathering: 'gatherings',
  circle: 'circles',
} as const;

interface LogLine {
  changes: { type: keyof typeof LISTS; id: string; after?: StoredRecord }[];
}

/** The records of one type as they stand now, while the app runs: the volumes, and over them what the log has. */
export function liveRecords(folder: string, type: keyof typeof LISTS): StoredRecord[] {
  const lines = readFileSync(join(folder, 'changes.ndjson'), 'utf8').split('\n').filter(Boolean);
  const records = readJournal(folder)[LISTS[type]] ?? {};
  for (const change of lines.flatMap((line) => (JSON.parse(line) as LogLine).changes)) {
    if (change.type !== type) continue;
    if (change.after) records[change.id] = change.after;
    else delete records[change.id];
  }
  return Object.values(records);
}

interface KeptDraft {
  form: string;
  title: string;
  value: Record<string, unknown>;
}

/** The drafts on the disk; none before the first was kept. */
export function keptDrafts({ userData }: { userData: string }): KeptDraft[] {
  const file = join(userData, 'drafts.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { drafts: KeptDraft[] }).drafts : [];
}

/** Every file of a folder with its bytes, to see that nothing was touched. */
export function bytesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  return Object.fromEntries(files.map((path) => [relative(folder, path), readFileSync(path, 'base64')]));
}

/** The names of the backups in a folder, oldest first. None where there is no such folder. */
export function backupsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.rapport(\.age)?$/.test(name) && !name.startsWith('.'))
    .sort();
}

function journalFiles(folder: string): string[] {
  const inFolder = ['journal', 'people', 'promises'].map((name) => join(folder, `${name}.json`));
  const entries = join(folder, 'entries');
  const years = readdirSync(entries).filter((name) => /^\d{4}\.json$/.test(name));
  return [...inFolder, ...years.map((name) => join(entries, name))];
}
