import { dirname, resolve } from 'node:path';
import { diskFailure, writeDurably } from '../electron/journal/files/durable-file';
import type { JournalBeside } from '../electron/journal/opening/read-beside';
import type { Tables } from '../electron/journal/tables/tables';
import { FIXED_VOLUMES, listsOf, volumeOfYear } from '../electron/journal/files/volumes';
import { isInside } from '../electron/shell/folders';
import { FORMAT_VERSION } from '../shared/model/migrations';
import type { RecordType } from '../shared/model/record-types';
import type { Options } from './arguments';
import { type ExitCode, exitCodes, Stop, stopFor } from './exit-codes';
import { placesFor } from './places';
import { readToUse } from './read';
import { stableJson } from './stable-json';
import type { World } from './world';

/** Raised when a reader of version 1 would misunderstand the document. */
const EXPORT_VERSION = 1;
const SLICE_CHARS = 64 * 1024;

/** `rapport export --json`: every record, to the output or into a file. */
export async function exportAll(options: Options, world: World): Promise<ExitCode> {
  const { journal } = await placesFor({ journal: options.journal, to: null }, world);
  const to = options.to === null ? null : resolve(world.workingFolder, options.to);
  if (to !== null && isInside(to, journal)) throw insideJournal(to);
  const { read, problems } = await readToUse(journal, world);
  if (to === null) for (const slice of slices(documentOf(read))) await world.print(slice);
  else await writeTo(to, read, world);
  return problems.length > 0 ? exitCodes.problems : exitCodes.fine;
}

async function writeTo(to: string, read: JournalBeside, { fs }: World): Promise<void> {
  try {
    await fs.mkdir(dirname(to));
    await writeDurably(fs, to, encoded(slices(documentOf(read))));
  } catch (error) {
    throw stopFor(diskFailure(error, to));
  }
}

function insideJournal(to: string): Stop {
  return new Stop(
    exitCodes.wrongUsage,
    'wrongUsage',
    `${to} lies in the journal's folder. Choose another place, so that nothing of the journal is written over.`,
  );
}

/** The document, one record a line: the head, then the lists of all kinds, each by id. */
function* documentOf({ tables, identity, lastSeq }: JournalBeside): Generator<string> {
  const types = [...listNames()].sort(([a], [b]) => (a < b ? -1 : 1));
  const head = {
    format: 'rapport-export',
    version: EXPORT_VERSION,
    formatVersion: FORMAT_VERSION,
    journalId: identity.journalId,
    throughSeq: lastSeq,
    counts: Object.fromEntries(types.map(([list, type]) => [list, tables.count(type)])),
  };
  yield '{\n';
  for (const [name, value] of Object.entries(head)) yield `${JSON.stringify(name)}: ${stableJson(value)},\n`;
  yield '"records": {\n';
  for (const [index, [list, type]] of types.entries()) {
    yield `${index === 0 ? '' : ',\n'}${JSON.stringify(list)}: [`;
    yield* recordLines(tables, type);
    yield ']';
  }
  yield '\n}\n}\n';
}

function* recordLines(tables: Tables, type: RecordType): Generator<string> {
  const records = [...tables.all(type)].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const [index, record] of records.entries()) yield `${index === 0 ? '' : ','}\n${stableJson(record)}`;
  if (records.length > 0) yield '\n';
}

/** Each kind of record under the name of its list in the journal's files. */
function listNames(): Map<string, RecordType> {
  const volumes = [...FIXED_VOLUMES, volumeOfYear('0000')];
  return new Map(volumes.flatMap((volume) => Object.entries(listsOf(volume))));
}

function* slices(texts: Iterable<string>): Generator<string> {
  let slice = '';
  for (const text of texts) {
    slice += text;
    if (slice.length < SLICE_CHARS) continue;
    yield slice;
    slice = '';
  }
  if (slice !== '') yield slice;
}

function* encoded(texts: Iterable<string>): Generator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text, 'utf8');
}
