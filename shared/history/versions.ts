import type { Instant } from '../model/primitives';

/** What a record said for a while: from when it was written until it was changed or deleted. */
export interface Version<R> {
  from: Instant;
  /** Null: it says so now. */
  until: Instant | null;
  record: R;
}

/** What a change did to one record: what it replaced, or that the record came back then. */
export interface Replaced<R> {
  at: Instant;
  before: R | undefined;
}

interface Versioned {
  createdAt: Instant;
  updatedAt: Instant;
  rev: string;
}

/**
 * The versions of a record, oldest first: what each change replaced (oldest first too), and what it says now. Two that say
 * the same one after the other are one.
 */
export function versionsOf<R extends Versioned>(
  replaced: readonly Replaced<R>[],
  now: R | undefined,
): Version<R>[] {
  const versions: Version<R>[] = [];
  let from: Instant | null = null;
  for (const { at, before } of replaced) {
    if (before) add(versions, { from: from ?? before.updatedAt, until: at, record: before });
    from = at;
  }
  if (now) add(versions, { from: from ?? now.updatedAt, until: null, record: now });
  return versions;
}

/** Whether two versions say the same: when it was saved, and under which revision, says nothing. */
export function sameContent(a: Versioned, b: Versioned): boolean {
  return contentOf(a) === contentOf(b);
}

function contentOf({ updatedAt: _updatedAt, rev: _rev, ...content }: Versioned): string {
  return JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function add<R extends Versioned>(versions: Version<R>[], next: Version<R>): void {
  const last = versions.at(-1);
  if (last && last.until === next.from && sameContent(last.record, next.record)) {
    last.until = next.until;
    last.record = next.record;
  } else {
    versions.push(next);
  }
}
