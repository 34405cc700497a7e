/** The format that this version of Rapport writes. A file of a newer one is refused, never mangled. */
export const FORMAT_VERSION = 1;

/** A volume before its records are checked: header fields, and lists of anything. */
export interface RawVolume {
  header: Record<string, unknown>;
  lists: Record<string, unknown[]>;
}

/**
 * Brings a volume of format `from` to format `from + 1`. Pure; never removes what it does not know. It goes record by
 * record, and a list keeps its name: the records of the change log and of the history come one at a time, each as the
 * only one of its volume.
 */
export interface Migration {
  from: number;
  migrate: (volume: RawVolume) => RawVolume;
}

/** A format, and how to get there. Tests make up one that is newer than ours. */
export interface Format {
  version: number;
  /** Numbered from 1 on without a gap: the first entry leads from format 1 to 2. */
  migrations: readonly Migration[];
}

export const currentFormat: Format = { version: FORMAT_VERSION, migrations: [] };

/**
 * Brings a volume to a format, one step at a time. Throws what a step throws, and when one is missing: that is a mistake
 * in this program, not in the file.
 */
export function migrateVolume(volume: RawVolume, format: Format): RawVolume {
  let current = volume;
  for (let version = formatVersionOf(volume); version < format.version; version++) {
    const step = format.migrations.find((candidate) => candidate.from === version);
    if (!step) throw new Error(`There is no migration from format ${version} to ${version + 1}.`);
    current = step.migrate(current);
    current = { ...current, header: { ...current.header, formatVersion: version + 1 } };
  }
  return current;
}

/** The format a volume says it has; 1 when a hand-made file says nothing. */
export function formatVersionOf(volume: Pick<RawVolume, 'header'>): number {
  const version = volume.header['formatVersion'];
  return typeof version === 'number' && Number.isInteger(version) && version >= 1 ? version : 1;
}
