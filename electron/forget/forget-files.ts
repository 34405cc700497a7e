import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { forgetInRecord, forgetInValue, type Forgetting } from '../../shared/forget/forget-record';
import type { Traces } from '../../shared/forget/traces';
import type { AnyRecord } from '../../shared/model/record';
import { type Revision, revisedItem } from '../journal/files/list-revision';
import type { HistoryItem, HistoryLine } from '../journal/files/history';
import type { JournalSnapshot } from '../journal/volume-files';
import type { VolumeData } from '../journal/files/volume-format';
import { listsOf, type VolumeName } from '../journal/files/volumes';

const SLICE = 2_000;

/** A volume without somebody; null when it holds nothing of them. */
export async function forgetInVolume(
  volume: VolumeName,
  data: VolumeData,
  forgetting: Forgetting,
): Promise<VolumeData | null> {
  const types = listsOf(volume);
  const lists: VolumeData['lists'] = {};
  let changed = false;
  for (const [list, records] of Object.entries(data.lists)) {
    const kept: unknown[] = [];
    for (const [index, record] of records.entries()) {
      const type = types[list];
      const left = type
        ? forgetInRecord(type, record as AnyRecord, forgetting)
        : forgetInUnknown(record, forgetting.traces);
      changed ||= left !== record;
      if (left !== null) kept.push(left);
      if (index % SLICE === 0) await nextTurn();
    }
    lists[list] = kept;
  }
  const header = forgetInUnknown(data.header, forgetting.traces) as VolumeData['header'];
  changed ||= header !== data.header;
  return changed ? { header, lists } : null;
}

/** What is in the volumes of a snapshot, counted anew. */
export function countsIn(volumes: JournalSnapshot['volumes']): JournalSnapshot['counts'] {
  const count = (list: string): number =>
    volumes.reduce((sum, { data }) => sum + (data.lists[list]?.length ?? 0), 0);
  return {
    people: count('people'),
    interactions: count('interactions'),
    promises: count('promises'),
    gatherings: count('gatherings'),
  };
}

/** Lines of the history without somebody: what was only about them is gone, and so are lines that say nothing any more. */
export function forgetInHistory(lines: readonly HistoryLine[], forgetting: Forgetting): HistoryLine[] {
  return lines.flatMap((line) => {
    const was = line.was.flatMap((item): HistoryItem[] => {
      if (!item.before) return mustGo(item, forgetting) ? [] : [item];
      const before = forgetInRecord(item.type, item.before, forgetting);
      if (before === item.before) return [item];
      return before === null ? [] : [{ ...item, before } as HistoryItem];
    });
    return was.length > 0 ? [{ ...line, was }] : [];
  });
}

const Drafts = z.looseObject({
  drafts: z.array(z.looseObject({ id: z.string(), keptAt: z.string().optional() })),
});

/**
 * What becomes of the drafts as they are now: those that name them go, and a word in others that may be their name is taken
 * out. `waiting` is what another one's forgetting still has to do there. One that is kept again meanwhile holds what the
 * user wrote after that: it is another one. Null when nothing changes. Throws when it is not a drafts file.
 */
export function forgetInDrafts(
  text: string,
  forgetting: Forgetting,
  waiting: Revision | null,
): Revision | null {
  const { drafts } = Drafts.parse(JSON.parse(text));
  const items = drafts.flatMap((draft) => {
    const now = waiting ? revisedItem(draft, waiting) : draft;
    const becomes = now === null ? null : forgetInDraft(now, forgetting);
    if (becomes === draft) return [];
    const { id, keptAt } = draft;
    return [{ same: keptAt === undefined ? { id } : { id, keptAt }, becomes }];
  });
  return items.length === 0 ? null : { list: 'drafts', items };
}

function forgetInDraft(draft: unknown, forgetting: Forgetting): unknown {
  return holdsThem(JSON.stringify(draft), forgetting) ? null : forgetInUnknown(draft, forgetting.traces);
}

/**
 * A log, or a file that was set aside because it was damaged, without the lines that hold something of them. A word that
 * may be their name is taken out of the others. A broken line may be theirs without saying so: it goes too. Null when
 * nothing changes.
 */
export function forgetInLines(text: string, forgetting: Forgetting, brokenGo: boolean): string | null {
  const left = text
    .split('\n')
    .filter((line) => !holdsThem(line, forgetting) && !(brokenGo && isBroken(line)))
    .map((line) => forgetInLine(line, forgetting.traces))
    .join('\n');
  return left === text ? null : left;
}

function forgetInLine(line: string, traces: Traces): string {
  if (!traces.mayBeIn(line)) return line;
  const [, content = line, end = ''] = /^(.*?)(,?\r?)$/s.exec(line) ?? [];
  try {
    const value: unknown = JSON.parse(content);
    const left = forgetInUnknown(value, traces);
    return left === value ? line : JSON.stringify(left) + end;
  } catch {
    // No JSON, but words.
    return traces.redact(line, false);
  }
}

/** Whether a text names them, or something that goes with them, in any way that can be known. */
export function holdsThem(text: string, { traces, alone }: Forgetting): boolean {
  if (traces.isLeftIn(text)) return true;
  return alone.size > 0 && (text.match(UUID) ?? []).some((id) => alone.has(id));
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** What stands between the records of a volume: brackets, the head, the beginning of a list. */
const BETWEEN_RECORDS = /^(?:[{}\]],?|"[A-Za-z]+": .{0,200})?$/;

function isBroken(line: string): boolean {
  const text = line.replace(/\r$/, '').replace(/,$/, '');
  if (BETWEEN_RECORDS.test(text)) return false;
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}

function forgetInUnknown(value: unknown, traces: Traces): unknown {
  if (!traces.mayBeIn(JSON.stringify(value))) return value;
  const left = forgetInValue(value, false, traces);
  return JSON.stringify(left) === JSON.stringify(value) ? value : left;
}

function mustGo({ id }: HistoryItem, { traces, alone }: Forgetting): boolean {
  return id === traces.personId || alone.has(id);
}
