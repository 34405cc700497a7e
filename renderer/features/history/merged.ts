import type { CallOutput } from '../../../shared/contract/contract';
import type { RecordVersion } from '../../../shared/contract/versions';
import { differencesBetween } from '../../../shared/history/differences';

interface Merged {
  versions: RecordVersion[];
  names: ReadonlyMap<string, string>;
}

/** The journal's own versions and those that only backups know, the newest first; each says something else than the next. */
export function merged(
  own: CallOutput<'versions.list'>,
  backups: CallOutput<'versions.inBackups'> | undefined,
): Merged {
  const [now, ...before] = own.versions;
  const others = [...before, ...(backups?.versions ?? [])];
  others.sort((a, b) => Date.parse(b.from) - Date.parse(a.from));
  const names = [...own.names, ...(backups?.names ?? [])];
  return {
    versions: withoutRepeats(now ? [now, ...others] : others),
    names: new Map(names.map(({ id, name }) => [id, name])),
  };
}

/** Undo and redo leave versions that say the same as the one before: the record has said it since the first of them. */
function withoutRepeats(versions: readonly RecordVersion[]): RecordVersion[] {
  const kept: RecordVersion[] = [];
  for (const version of versions) {
    const newer = kept.at(-1);
    const isSame = newer !== undefined && differencesBetween(version.record, newer.record).length === 0;
    if (isSame) kept[kept.length - 1] = { ...newer, from: version.from };
    else kept.push(version);
  }
  return kept;
}
