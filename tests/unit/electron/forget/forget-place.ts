import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { v7 as uuidV7 } from 'uuid';
import { afterEach } from 'vitest';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { valueOrThrow } from '../../../../electron/journal/journal-store';
import type { BackupPlan } from '../../../../electron/journal/thread-protocol';
import { ThreadSession } from '../../../../electron/thread-session';
import type { BackupInfo, BackupListItem } from '../../../../shared/contract/backup';
import type { ForgetPreview } from '../../../../shared/contract/forget';
import { toldIn } from '../../../../shared/forget/told';
import type { JournalState } from '../../../../shared/contract/journal';
import type { JournalCallName } from '../../../../shared/contract/names';
import type { Person } from '../../../../shared/model/person';
import type { Result } from '../../../../shared/result';
import { plainVault } from '../backup/plain-vault';
import { appFilesIn, tempFolder } from '../journal/temp-journal';

/** Who is forgotten where nothing else is said. */
export const NAME = 'Maya Okonjo';

const sessions: ThreadSession[] = [];

afterEach(async () => {
  for (const session of sessions.splice(0)) await session.handle({ kind: 'close', id: 0 });
});

export interface Place {
  journal: string;
  backups: string;
  app: string;
  second: string | null;
}

export function place(second: string | null = null): Place {
  return {
    journal: join(tempFolder(), 'Rapport'),
    backups: join(tempFolder(), 'Backups'),
    app: tempFolder(),
    second,
  };
}

/** A disk on which, while `lock` is on, no backup of the place can be replaced. */
export function lockedBackups({ backups }: Place): { fs: Fs; lock: { isOn: boolean } } {
  const lock = { isOn: false };
  const fs: Fs = {
    ...diskFs,
    rename: (from, to) =>
      lock.isOn && to.startsWith(backups) && to.endsWith('.rapport')
        ? Promise.reject(Object.assign(new Error('locked'), { code: 'EROFS' }))
        : diskFs.rename(from, to),
  };
  return { fs, lock };
}

/** The journal of a place in a thread's session, begun when it is not there yet; closed after the test. */
export async function open(
  where: Place,
  fs: Fs = diskFs,
  passphrase: string | null = null,
  isChosen = false,
) {
  const { journal, backups, app, second } = where;
  const states: string[] = [];
  const session = new ThreadSession({
    fs,
    now: () => new Date(),
    newId: () => uuidV7(),
    checkOutputs: true,
    send: (message) => message.kind === 'state' && states.push(message.state.kind),
    app: appFilesIn(app),
    vault: plainVault,
  });
  sessions.push(session);
  const plan: BackupPlan = {
    folder: backups,
    isChosen,
    secondFolder: second,
    encryption: passphrase === null ? { kind: 'off' } : { kind: 'on', passphrase },
  };
  const mode = existsSync(join(journal, 'journal.json')) ? 'existing' : 'new';
  const opened = await session.handle({ kind: 'open', id: 1, folder: journal, mode, backups: plan });
  const call = async (name: JournalCallName, input: unknown): Promise<unknown> =>
    valueOrThrow(await session.handle({ kind: 'call', id: 2, name, input }));
  return {
    session,
    opened,
    call,
    /** What the window was told, in this order. */
    states: states as JournalState['kind'][],
    add: async (name: string, more: Partial<Person> = {}): Promise<string> => {
      const saved = await call('people.save', { editing: null, person: { name, ...more } });
      return (saved as { id: string }).id;
    },
    backUp: async () => (await call('backup.now', {})) as BackupInfo,
    backups: async () => ((await call('backup.list', {})) as { backups: BackupListItem[] }).backups,
    preview: async (id: string) => (await call('forget.preview', { id })) as ForgetPreview,
    /** As the window does it: told first what goes. */
    forget: async (id: string, name = NAME): Promise<Result<unknown>> => {
      const told = toldIn((await call('forget.preview', { id })) as ForgetPreview);
      return session.handle({ kind: 'forget', id: 3, person: { id, name, ...told } });
    },
    close: () => session.handle({ kind: 'close', id: 4 }),
  };
}

/** Every byte that lies in the folders, zips opened; the lock says nothing of anybody. */
export function contents(where: Place): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of [where.journal, where.backups, where.app, where.second ?? where.app]) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, name);
      if (!statSync(path).isFile()) continue;
      const bytes = readFileSync(path);
      if (!name.endsWith('.rapport')) found.set(path, bytes.toString('utf8'));
      else
        for (const [inner, content] of Object.entries(unzipSync(bytes)))
          found.set(`${path}!${inner}`, Buffer.from(content).toString('utf8'));
    }
  }
  return found;
}

export function leftOf(where: Place, traces: readonly string[]): string[] {
  return [...contents(where)].flatMap(([path, text]) =>
    traces
      .filter((trace) => text.toLowerCase().includes(trace.toLowerCase()))
      .map((trace) => `${trace}: ${path}`),
  );
}
