import type { CallOutput } from '../../../shared/contract/contract';
import type { RecordVersion } from '../../../shared/contract/versions';

interface Merged {
  versions: RecordVersion[];
  names: ReadonlyMap<string, string>;
}

/** The journal's own versions and those that only backups know, the newest first. */
export function merged(
  own: CallOutput<'versions.list'>,
  backups: CallOutput<'versions.inBackups'> | undefined,
): Merged {
  const [now, ...before] = own.versions;
  const others = [...before, ...(backups?.versions ?? [])];
  others.sort((a, b) => Date.parse(b.from) - Date.parse(a.from));
  const names = [...own.names, ...(backups?.names ?? [])];
  return {
    versions: now ? [now, ...others] : others,
    names: new Map(names.map(({ id, name }) => [id, name])),
  };
}
