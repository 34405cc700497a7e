import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { v7 as uuidV7 } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import { changeOf, patched } from '../../../../electron/journal/changes/edit';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { JournalStore, valueOrThrow } from '../../../../electron/journal/journal-store';
import type { BackupPlan } from '../../../../electron/journal/thread-protocol';
import { ThreadSession } from '../../../../electron/thread-session';
import type { ForgetPreview } from '../../../../shared/contract/forget';
import type { JournalCallName } from '../../../../shared/contract/names';
import type { Person } from '../../../../shared/model/person';
import { created, type Stamp } from '../../../../shared/model/stamp';
import { success } from '../../../../shared/result';
import { plainVault } from '../backup/plain-vault';
import { appFilesIn, tempFolder } from '../journal/temp-journal';

const NAME = 'Maya Okonjo';
/** What must be left in no file: names of all times, addresses, what was written of them alone. */
const TRACES = [
  NAME,
  'Maya Smith',
  'Sunny',
  'maya@example.org',
  '7946 0018',
  'likes barometers',
  'a secret meeting',
];

const sessions: ThreadSession[] = [];

afterEach(async () => {
  for (const session of sessions.splice(0)) await session.handle({ kind: 'close', id: 0 });
});

interface Place {
  journal: string;
  backups: string;
  app: string;
}

function place(): Place {
  return {
    journal: join(tempFolder(), 'Rapport'),
    backups: join(tempFolder(), 'Backups'),
    app: tempFolder(),
  };
}

async function open({ journal, backups, app }: Place, fs: Fs = diskFs, passphrase: string | null = null) {
  const session = new ThreadSession({
    fs,
    now: () => new Date(),
    newId: () => uuidV7(),
    checkOutputs: true,
    send: () => undefined,
    app: appFilesIn(app),
    vault: plainVault,
  });
  sessions.push(session);
  const plan: BackupPlan = {
    folder: backups,
    secondFolder: null,
    encryption: passphrase === null ? { kind: 'off' } : { kind: 'on', passphrase },
  };
  const mode = existsSync(join(journal, 'journal.json')) ? 'existing' : 'new';
  const opened = await session.handle({ kind: 'open', id: 1, folder: journal, mode, backups: plan });
  const call = async (name: JournalCallName, input: unknown): Promise<unknown> =>
    valueOrThrow(await session.handle({ kind: 'call', id: 2, name, input }));
  return { session, opened, call };
}

/** Everything about Maya that a journal can hold, in every kind of file; who else is there stays. */
async function fill(where: Place) {
  const options = { fs: diskFs, folder: where.journal, now: () => new Date(), newId: () => uuidV7() };
  const store = valueOrThrow(await JournalStore.create(options));
  const ids = { maya: uuidV7(), anna: uuidV7(), alone: uuidV7(), shared: uuidV7(), promise: uuidV7() };
  const change = async (build: (stamp: Stamp) => Parameters<typeof success>[0]) =>
    valueOrThrow(await store.change('a change of Maya Smith', (_, stamp) => success(build(stamp) as never)));
  await change((stamp) => [
    changeOf('person', undefined, created({ name: 'Maya Smith' }, stamp, ids.maya) as Person),
  ]);
  await change((stamp) => [
    patched('person', required(store, ids.maya), mayaNow(), stamp),
    changeOf(
      'person',
      undefined,
      created(
        { name: 'Anna Lind', met: { introducedBy: [ids.maya] }, notes: 'Friend of Maya Okonjo.' },
        stamp,
        ids.anna,
      ) as Person,
    ),
    changeOf('interaction', undefined, entry(stamp, ids.alone, [ids.maya], 'It was a secret meeting.')),
    changeOf(
      'interaction',
      undefined,
      entry(stamp, ids.shared, [ids.anna, ids.maya], 'Sunny was late; Anna laughed.'),
    ),
    changeOf(
      'promise',
      undefined,
      created(
        {
          personId: ids.maya,
          by: 'me' as const,
          what: 'Send Maya the list',
          madeOn: '2026-05-04',
          status: 'open' as const,
        },
        stamp,
        ids.promise,
      ),
    ),
    changeOf(
      'introduction',
      undefined,
      created({ by: 'me', a: ids.maya, b: ids.anna, at: '2026-05-04T10:00:00Z' }, stamp),
    ),
    changeOf(
      'gathering',
      undefined,
      created({ name: 'Dinner with Maya Okonjo', from: '2026-05-04T19:00:00Z' }, stamp),
    ),
  ]);
  await store.fold();
  await change((stamp) => [patched('person', required(store, ids.maya), { role: 'Pilot' }, stamp)]);
  valueOrThrow(await store.close());
  mkdirSync(where.backups, { recursive: true });
  const people = join(where.journal, 'people.json');
  copyFileSync(people, `${people}.format-1-2026-05-03T101112`);
  copyFileSync(people, `${people}.damaged-2026-05-04T101112`);
  writeFileSync(`${people}.damaged-2026-05-05T101112`, readFileSync(people).subarray(0, 700));
  const drafts = [
    { id: 'a', title: 'With Maya Okonjo', value: { people: [{ id: ids.maya }] } },
    { id: 'b', title: 'With Anna', value: { notes: 'Anna only' } },
  ];
  writeFileSync(
    join(where.app, 'drafts.json'),
    JSON.stringify({ format: 'rapport-drafts', version: 1, drafts }),
  );
  mkdirSync(join(where.app, 'logs'));
  writeFileSync(join(where.app, 'logs', 'main.log'), `started\nCannot open /home/x/${NAME}\n`);
  return ids;
}

function mayaNow(): Partial<Person> {
  return {
    name: NAME,
    nickname: 'Sunny',
    notes: 'She likes barometers.',
    channels: [
      { kind: 'email', value: 'maya@example.org' },
      { kind: 'phone', value: '+44 20 7946 0018' },
    ],
  };
}

function entry(stamp: Stamp, id: string, people: string[], notes: string) {
  const participants = people.map((personId) => ({ personId }));
  return created(
    {
      participants,
      status: 'held' as const,
      at: '2026-05-04T10:00:00+00:00',
      kind: 'coffee' as const,
      notes,
    },
    stamp,
    id,
  );
}

function required(store: JournalStore, id: string): Person {
  const person = store.tables.get('person', id);
  if (!person) throw new Error('Nobody there.');
  return person;
}

/** Every byte that lies in the folders, zips opened; the lock says nothing of anybody. */
function contents(where: Place): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of [where.journal, where.backups, where.app]) {
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

function leftOf(where: Place, traces: readonly string[]): string[] {
  return [...contents(where)].flatMap(([path, text]) =>
    traces
      .filter((trace) => text.toLowerCase().includes(trace.toLowerCase()))
      .map((trace) => `${trace}: ${path}`),
  );
}

describe('forgetting somebody', () => {
  it('leaves nothing of them in any file, and everything of the others', async () => {
    const where = place();
    const ids = await fill(where);
    const { session, call } = await open(where);
    await call('backup.now', {});
    expect(leftOf(where, TRACES).length).toBeGreaterThan(10);
    const forgotten = await session.handle({
      kind: 'forget',
      id: 3,
      person: { id: ids.maya, name: ' maya OKONJO ' },
    });
    expect(forgotten).toEqual(success({ waiting: false }));
    await session.handle({ kind: 'close', id: 4 });
    expect(leftOf(where, [...TRACES, ids.maya, ids.alone])).toEqual([]);
    const texts = [...contents(where).values()].join('\n');
    for (const kept of [
      'Anna Lind',
      'Friend of somebody.',
      'Somebody was late; Anna laughed.',
      'Dinner with somebody',
      'Anna only',
    ])
      expect(texts).toContain(kept);
    expect(readdirSync(where.journal).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('reaches into encrypted backups whose passphrase is known, and deletes one that it does not open', async () => {
    const where = place();
    const ids = await fill(where);
    const { session, call } = await open(where, diskFs, 'a good passphrase');
    const { path } = (await call('backup.now', {})) as { path: string };
    const other = join(where.backups, 'Rapport 2026-01-01 0900.rapport.age');
    writeFileSync(other, await plainVault.seal(Buffer.from('PK'), 'another'));
    const person = { id: ids.maya, name: NAME };
    expect(await session.handle({ kind: 'forget', id: 3, person })).toMatchObject({ ok: true });
    expect(existsSync(other)).toBe(false);
    const opened = await plainVault.open(readFileSync(path), 'a good passphrase');
    const zip = opened.kind === 'opened' ? unzipSync(opened.bytes) : {};
    const texts = Object.values(zip).map((bytes) => Buffer.from(bytes).toString('utf8'));
    expect(texts.join('')).toContain('Anna Lind');
    for (const trace of TRACES) expect(texts.join('')).not.toContain(trace);
  });

  it('says beforehand what will go', async () => {
    const where = place();
    const ids = await fill(where);
    const { call } = await open(where);
    await call('backup.now', {});
    writeFileSync(join(where.backups, 'Rapport 2026-01-01 0900.rapport.age'), 'age-encryption.org/v1');
    const preview = (await call('forget.preview', { id: ids.maya })) as ForgetPreview;
    expect(preview).toMatchObject({
      name: NAME,
      entriesGone: 1,
      entriesKept: 1,
      promises: 1,
      introductions: 1,
      mentions: 2,
      drafts: ['With Maya Okonjo'],
      setAside: 3,
    });
    expect(preview.backups.map(({ fate }) => fate).sort()).toEqual(['encrypted', 'rewritten']);
  });

  it('takes the name typed by hand, and changes nothing for another', async () => {
    const where = place();
    const ids = await fill(where);
    const { session } = await open(where);
    const before = contents(where);
    const refused = await session.handle({ kind: 'forget', id: 3, person: { id: ids.maya, name: 'Maya' } });
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'invalidInput' } });
    expect(contents(where)).toEqual(before);
  });

  it('is not undone, and asks before somebody of that name or address comes in again', async () => {
    const where = place();
    const ids = await fill(where);
    const { session, call } = await open(where);
    await session.handle({ kind: 'forget', id: 3, person: { id: ids.maya, name: NAME } });
    const undone = await session.handle({ kind: 'call', id: 2, name: 'history.undo', input: {} });
    expect(undone).toMatchObject({ ok: false, failure: { kind: 'nothingToUndo' } });
    await session.handle({ kind: 'close', id: 4 });
    const again = await open(where);
    const save = (person: Partial<Person>, welcome?: boolean) =>
      again.session.handle({
        kind: 'call',
        id: 2,
        name: 'people.save',
        input: { editing: null, person, welcome },
      });
    const byName = { name: 'okonjo, Maya' };
    expect(await save(byName)).toMatchObject({ ok: false, failure: { kind: 'forgottenBefore' } });
    const byAddress = { name: 'M', channels: [{ kind: 'email' as const, value: 'MAYA@example.org' }] };
    expect(await save(byAddress)).toMatchObject({ ok: false, failure: { kind: 'forgottenBefore' } });
    expect(await save({ name: 'Maya Lind' })).toMatchObject({ ok: true });
    expect(await save(byName, true)).toMatchObject({ ok: true });
    expect(await save(byName)).toMatchObject({ ok: true });
    expect(call).toBeDefined();
  });
});

describe('a restore of a copy that was out of reach', () => {
  it('leaves out whom the user had forgotten, unless they are asked for', async () => {
    const where = place();
    const ids = await fill(where);
    const { session, call } = await open(where);
    const { path } = (await call('backup.now', {})) as { path: string };
    const copy = join(tempFolder(), 'copy.rapport');
    copyFileSync(path, copy);
    await session.handle({ kind: 'forget', id: 3, person: { id: ids.maya, name: NAME } });
    expect(await call('backup.preview', { path: copy })).toMatchObject({ leftOut: 1 });
    await call('backup.restore', { path: copy });
    const page = { offset: 0, limit: 50 };
    expect(await call('people.list', page)).toMatchObject({ total: 1 });
    expect(await call('search.query', { text: 'okonjo', ...page })).toMatchObject({ total: 0 });
    await call('backup.restore', { path: copy, people: [ids.maya] });
    expect(await call('people.list', page)).toMatchObject({ total: 2 });
  });
});

/** A disk that fails, or a power cut, at the call of this number that writes, renames or deletes. */
function failingFs(at: { call: number }): Fs {
  let calls = 0;
  const guard =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> => {
      calls += 1;
      if (calls >= at.call) return Promise.reject(Object.assign(new Error('no power'), { code: 'EIO' }));
      return work(...args);
    };
  return {
    ...diskFs,
    open: guard((...args: Parameters<Fs['open']>) => diskFs.open(...args)),
    rename: guard((...args: Parameters<Fs['rename']>) => diskFs.rename(...args)),
    unlink: guard((...args: Parameters<Fs['unlink']>) => diskFs.unlink(...args)),
    copyFile: guard((...args: Parameters<Fs['copyFile']>) => diskFs.copyFile(...args)),
    syncFolder: guard((...args: Parameters<Fs['syncFolder']>) => diskFs.syncFolder(...args)),
  };
}

/** Everything of them is gone, or (when it was refused) all of it is there. */
function outcomeOf(left: number, accepted: boolean): 'untouched' | 'finished' | 'halfErased' {
  if (left === 0) return 'finished';
  return left > 10 && !accepted ? 'untouched' : 'halfErased';
}

describe('a failure in the middle of it', () => {
  it('leaves all as it was, or is finished at the next opening, wherever it comes', async () => {
    const outcomes = { untouched: 0, finished: 0, halfErased: 0 };
    for (let call = 1; call < 400; call += 11) {
      const where = place();
      const ids = await fill(where);
      const first = await open(where);
      await first.call('backup.now', {});
      await first.session.handle({ kind: 'close', id: 4 });
      const at = { call: Number.POSITIVE_INFINITY };
      const failing = await open(where, failingFs(at));
      at.call = call;
      const answer = await failing.session.handle({
        kind: 'forget',
        id: 3,
        person: { id: ids.maya, name: NAME },
      });
      at.call = Number.POSITIVE_INFINITY;
      await failing.session.handle({ kind: 'close', id: 4 });
      const isLocked = existsSync(join(where.journal, '.lock'));
      if (isLocked) continue;
      const next = await open(where);
      expect(next.opened.ok).toBe(true);
      await next.session.handle({ kind: 'close', id: 4 });
      const left = leftOf(where, [...TRACES, ids.maya]);
      const outcome = outcomeOf(left.length, answer.ok);
      outcomes[outcome] += 1;
      if (answer.ok) break;
    }
    expect(outcomes.halfErased).toBe(0);
    expect(outcomes.untouched).toBeGreaterThan(0);
    expect(outcomes.finished).toBeGreaterThan(0);
  }, 120_000);
});

describe('files that hold nothing of somebody', () => {
  it('stay as they are when they are forgotten, and the journal opens without a question', async () => {
    const where = place();
    const first = await open(where);
    const added = async (name: string) =>
      (await first.call('people.save', { editing: null, person: { name } })) as { id: string };
    const { id } = await added(NAME);
    await added('Anna Lind');
    valueOrThrow(await first.session.handle({ kind: 'close', id: 3 }));
    const promises = readFileSync(join(where.journal, 'promises.json'));
    const { session, call } = await open(where);
    await call('people.save', { editing: null, person: { name: 'Cem' } });
    const person = { id, name: NAME };
    expect(await session.handle({ kind: 'forget', id: 4, person })).toMatchObject({ ok: true });
    expect(readFileSync(join(where.journal, 'promises.json'))).toEqual(promises);
  });
});
