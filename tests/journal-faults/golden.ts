import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { z } from 'zod';
import type { Tables } from '../../electron/journal/tables/tables';
import { recordTypes } from '../../shared/model/record-types';

const JOURNALS = join(import.meta.dirname, '..', 'fixtures', 'journals');
export const GOLDEN = join(JOURNALS, 'version-1');

const Plain = z.record(z.string(), z.unknown());
const Expected = z.object({
  forgotten: z.array(z.unknown()),
  unknownInPeople: z.object({ header: Plain, lists: Plain }),
  records: z.record(z.string(), Plain),
});

/** What the golden journal holds, from the plain JSON beside it. */
export const expected = Expected.parse(JSON.parse(readFileSync(`${GOLDEN}.expected.json`, 'utf8')));

/** `person 3` and the like: the end of its id says enough of each record here. */
export type Content = Record<string, unknown>;

export const goldenContent: Content = Object.fromEntries(
  Object.entries(expected.records).flatMap(([type, records]) =>
    Object.entries(records).map(([id, record]) => [keyOf(type, id), record]),
  ),
);

export function contentOf(tables: Tables): Content {
  return Object.fromEntries(
    recordTypes.flatMap((type) => [...tables.all(type)].map((record) => [keyOf(type, record.id), record])),
  );
}

export function without(content: Content, keys: readonly string[]): Content {
  return Object.fromEntries(Object.entries(content).filter(([key]) => !keys.includes(key)));
}

/** A copy of the golden journal, with the files of a damaged one over its own, or without one of its own. */
export function copyGolden(to: string, { damaged, missing }: { damaged?: string; missing?: string } = {}) {
  cpSync(GOLDEN, to, { recursive: true });
  if (damaged !== undefined) cpSync(join(JOURNALS, 'damaged', damaged), to, { recursive: true });
  if (missing !== undefined) rmSync(join(to, missing));
}

export const damagedNames: readonly string[] = readdirSync(join(JOURNALS, 'damaged')).sort();

/** The bytes of every file in a folder, by its path in there, with `/`. */
export function filesIn(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(
    files.map((name) => [name.replaceAll(sep, '/'), readFileSync(join(folder, name)).toString('base64')]),
  );
}

function keyOf(type: string, id: string): string {
  return `${type} ${Number(id.slice(-12))}`;
}
