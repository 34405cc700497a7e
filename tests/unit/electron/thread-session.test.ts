import { existsSync, readdirSync, readFileSync, writeFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import { diskFs, type Fs } from '../../../electron/journal/files/fs';
import type { BackupPlan, FromThread, ThreadState } from '../../../electron/journal/thread-protocol';
import { ThreadSession } from '../../../electron/thread-session';
import type { JournalCallName } from '../../../shared/contract/names';
import type { Result } from '../../../shared/result';
import { plainVault } from './backup/plain-vault';
import { appFilesIn, tempFolder } from './journal/temp-journal';

const sessions: ThreadSession[] = [];

afterEach(async () => {
  for (const session of sessions.splice(0)) await session.handle({ kind: 'close', id: 0 });
});

async function openSession(
  mode: 'new' | 'existing' | 'sample' = 'new',
  folder = join(tempFolder(), 'Rapport'),
  backups = plan(join(tempFolder(), 'backups')),
  fs: Fs = diskFs,
) {
  const sent: FromThread[] = [];
  const session = new ThreadSession({
    fs,
    now: () => new Date(),
    newId: () => uuidV7(),
    checkOutputs: true,
    vault: plainVault,
    send: (message) => sent.push(message),
    app: appFilesIn(tempFolder()),
  });
  sessions.push(session);
  const opened = await session.handle({ kind: 'open', id: 1, folder, mode, backups });
  const call = (name: JournalCallName, input: unknown) =>
    session.handle({ kind: 'call', id: 2, name, input });
  const states = (): ThreadState[] =>
    sent.flatMap((message) => (message.kind === 'state' ? [message.state] : []));
  return { session, opened, call, states, sent, folder, backups };
}

function plan(folder: string): BackupPlan {
  return { folder, secondFolder: null, encryption: { kind: 'off' } };
}

function fieldsOf(result: Result<unknown>): Record<string, string> {
  return !result.ok && result.failure.kind === 'invalidInput' ? result.failure.fields : {};
}

describe('a call', () => {
  it('with wrong input is refused field by field, and nothing is stored', async () => {
    const { call } = await openSession();
    const refused = await call('people.list', { offset: -1, limit: 'many', sort: 'luck' });
    expect(Object.keys(fieldsOf(refused)).sort()).toEqual(['limit', 'offset', 'sort']);
    const debrief = { participants: [], status: 'held', at: '2026-02-30T09:30:00Z', kind: 'coffee' };
    const input = { editing: null, interaction: debrief, newPeople: [], promises: [] };
    expect(fieldsOf(await call('interactions.save', input))).toEqual({
      'interaction.participants': 'Say who it was with.',
      'interaction.at': 'There is no such day in the calendar.',
    });
    expect(await call('interactions.list', { offset: 0, limit: 10 })).toMatchObject({
      ok: true,
      value: { total: 0 },
    });
  });

  it('gets the defaults of its schema', async () => {
    const { call } = await openSession('sample');
    const answer = await call('people.list', { offset: 0, limit: 3 });
    expect(answer).toMatchObject({ ok: true, value: { offset: 0 } });
  });

  it('before a journal is open says so', async () => {
    const { call, session } = await openSession();
    await session.handle({ kind: 'close', id: 3 });
    expect(await call('people.list', { offset: 0, limit: 3 })).toEqual({
      ok: false,
      failure: { kind: 'notOpen' },
    });
  });

  it('about a passphrase is answered without a journal: that of a damaged one may be wanted', async () => {
    const { call, session } = await openSession();
    await session.handle({ kind: 'close', id: 3 });
    const proven = await call('passphrase.prove', { passphrase: 'tiger lamp' });
    if (!proven.ok) throw new Error(proven.failure.kind);
    const proof = proven.value as { proof: string };
    const tried = (passphrase: string) => call('passphrase.fits', { passphrase, ...proof });
    expect(await tried('tiger lamp')).toEqual({ ok: true, value: { fits: true } });
    expect(await tried('lion lamp')).toEqual({ ok: true, value: { fits: false } });
  });

  it('about every screen of the sample answers what the contract says', async () => {
    const { call } = await openSession('sample');
    const page = { offset: 0, limit: 100 };
    const people = await call('people.list', page);
    if (!people.ok) throw new Error(people.failure.kind);
    const { rows } = people.value as { rows: { id: string }[] };
    for (const { id } of rows) {
      for (const name of ['people.page', 'people.charts'] as const)
        expect(await call(name, { id })).toMatchObject({ ok: true });
      expect(await call('people.timeline', { id, show: 'everything', ...page })).toMatchObject({ ok: true });
    }
    for (const view of ['open', 'overdue', 'closed']) {
      expect(await call('promises.list', { view, ...page })).toMatchObject({ ok: true });
    }
    for (const name of [
      'interactions.list',
      'gatherings.list',
      'circles.list',
      'tags.list',
      'questions.list',
    ] as const) {
      expect(await call(name, page)).toMatchObject({ ok: true });
    }
  });
});

describe('the state', () => {
  it('tells of opening, saving, undo and backups', async () => {
    const { call, states } = await openSession();
    expect(states()[0]).toMatchObject({ kind: 'opening' });
    await call('people.save', { editing: null, person: { name: 'Ada' } });
    expect(states().map((state) => (state.kind === 'open' ? state.save.kind : state.kind))).toContain(
      'saving',
    );
    expect(states().at(-1)).toMatchObject({
      kind: 'open',
      undo: 'adding Ada',
      counts: { people: 1 },
      save: { kind: 'saved' },
    });
    await call('backup.now', {});
    expect(states().at(-1)).toMatchObject({ lastBackup: { people: 1 } });
  });

  it('knows the last backup again after a restart', async () => {
    const first = await openSession();
    await first.call('backup.now', {});
    await first.session.handle({ kind: 'close', id: 4 });
    const again = await openSession('existing', first.folder);
    await again.session.handle({ kind: 'backups', id: 5, backups: first.backups });
    await again.session.handle({
      kind: 'open',
      id: 6,
      folder: first.folder,
      mode: 'existing',
      backups: first.backups,
    });
    await expect.poll(() => again.states().at(-1)).toMatchObject({ kind: 'open', lastBackup: { people: 0 } });
  });

  it('of a folder that cannot be opened says why', async () => {
    const { opened, states, folder } = await openSession('existing');
    expect(opened).toEqual({ ok: false, failure: { kind: 'folderMissing', path: folder } });
    expect(states().at(-1)).toMatchObject({
      kind: 'refused',
      error: { code: 'folderMissing' },
      newestBackup: null,
    });
  });

  it('of a folder that is gone names the newest backup, and none where the journal is only in use', async () => {
    const first = await openSession();
    const made = await first.call('backup.now', {});
    if (!made.ok) throw new Error(made.failure.kind);
    const { fileName, createdAt } = made.value as { fileName: string; createdAt: string };
    const inUse = await openSession('existing', first.folder, first.backups);
    expect(inUse.states().at(-1)).toMatchObject({ error: { code: 'locked' }, newestBackup: null });
    await first.session.handle({ kind: 'close', id: 4 });
    rmSync(first.folder, { recursive: true });
    const { states } = await openSession('existing', first.folder, first.backups);
    await expect
      .poll(() => states().at(-1))
      .toMatchObject({ error: { code: 'folderMissing' }, newestBackup: { fileName, createdAt } });
  });

  it('of a folder that is gone is told at once, though the drive of the backups does not answer', async () => {
    const backups = plan(join(tempFolder(), 'backups'));
    const never = (): Promise<never> => new Promise(() => undefined);
    const fs: Fs = {
      ...diskFs,
      readdir: (path) => (path.startsWith(backups.folder) ? never() : diskFs.readdir(path)),
      readFile: (path) => (path.startsWith(backups.folder) ? never() : diskFs.readFile(path)),
    };
    const { states } = await openSession('existing', join(tempFolder(), 'gone'), backups, fs);
    expect(states().at(-1)).toMatchObject({ kind: 'refused', newestBackup: null });
  });
});

describe('moving', () => {
  it('goes on in the new folder with everything, and leaves the old one as it was', async () => {
    const { session, call, states, folder } = await openSession();
    await call('people.save', { editing: null, person: { name: 'Ada' } });
    const to = join(tempFolder(), 'elsewhere', 'Rapport');
    expect(await session.handle({ kind: 'move', id: 7, folder: to })).toMatchObject({ ok: true });
    expect(states().at(-1)).toMatchObject({ kind: 'open', folder: to, counts: { people: 1 } });
    expect(await call('people.save', { editing: null, person: { name: 'Bea' } })).toMatchObject({ ok: true });
    expect(readdirSync(folder)).toContain('people.json');
    expect(readdirSync(folder)).not.toContain('.lock');
  });

  it('when its own folder is gone is refused: it stays open, and can be backed up', async () => {
    const { session, call, states, folder } = await openSession();
    await call('people.save', { editing: null, person: { name: 'Ada' } });
    rmSync(folder, { recursive: true });
    const to = join(tempFolder(), 'elsewhere');
    expect(await session.handle({ kind: 'move', id: 9, folder: to })).toMatchObject({
      ok: false,
      failure: { kind: 'folderAway' },
    });
    expect(existsSync(to)).toBe(false);
    expect(states().at(-1)).toMatchObject({ kind: 'open', counts: { people: 1 } });
    expect(await call('backup.now', {})).toMatchObject({ ok: true, value: { people: 1 } });
  });

  it('to a folder that is not empty is refused, and the journal is open where it was', async () => {
    const { session, call, states, folder } = await openSession();
    const to = tempFolder();
    writeFileSync(join(to, 'letter.txt'), '');
    expect(await session.handle({ kind: 'move', id: 8, folder: to })).toMatchObject({
      failure: { kind: 'folderNotEmpty' },
    });
    expect(states().at(-1)).toMatchObject({ kind: 'open', folder });
    expect(await call('people.save', { editing: null, person: { name: 'Bea' } })).toMatchObject({ ok: true });
  });
});

describe('a damaged journal', () => {
  async function damaged() {
    const first = await openSession();
    await first.call('people.save', { editing: null, person: { name: 'Ada' } });
    await first.call('backup.now', {});
    await first.call('people.save', { editing: null, person: { name: 'Ben' } });
    await first.session.handle({ kind: 'close', id: 4 });
    const file = join(first.folder, 'people.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"name":"Ada"/, '"name":"\0da"'));
    const again = await openSession('existing', first.folder);
    return { again, first, file };
  }

  it('is left as it is until the user chooses', async () => {
    const { again, file } = await damaged();
    const before = readFileSync(file, 'base64');
    expect(again.opened).toMatchObject({ ok: false, failure: { kind: 'needsRecovery' } });
    await expect
      .poll(() => again.states().at(-1))
      .toMatchObject({
        kind: 'recovery',
        counts: { people: 1 },
        findings: [expect.stringContaining('people.json is damaged. 1 of its 2 records can be read')],
        backup: { kind: 'none' },
      });
    expect(readFileSync(file, 'base64')).toBe(before);
    expect(await again.call('people.list', {})).toMatchObject({ failure: { kind: 'notOpen' } });
  });

  it('is offered its newest backup once the passphrase is known, which the keychain says later', async () => {
    const first = await openSession();
    await first.call('people.save', { editing: null, person: { name: 'Ada' } });
    const known = { ...first.backups, encryption: { kind: 'on', passphrase: 'tiger lamp' } } as const;
    await first.session.handle({ kind: 'backups', id: 3, backups: known });
    await first.call('backup.now', {});
    await first.session.handle({ kind: 'close', id: 4 });
    const file = join(first.folder, 'people.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"name":"Ada"/, '"name":"\0da"'));
    const again = await openSession('existing', first.folder, {
      ...known,
      encryption: { kind: 'on', passphrase: null },
    });
    await expect
      .poll(() => again.states().at(-1))
      .toMatchObject({ kind: 'recovery', backup: { kind: 'passedOver', why: 'locked' } });
    await again.session.handle({ kind: 'backups', id: 5, backups: known });
    await expect
      .poll(() => again.states().at(-1))
      .toMatchObject({ kind: 'recovery', backup: { kind: 'found', newer: null } });
  });

  it('is whole after its backup was restored, also where only a header is damaged and no record differs', async () => {
    const first = await openSession();
    await first.call('people.save', { editing: null, person: { name: 'Ada' } });
    const { value: backup } = (await first.call('backup.now', {})) as { value: { path: string } };
    await first.session.handle({ kind: 'close', id: 4 });
    const file = join(first.folder, 'people.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('{', 'x'));
    const again = await openSession('existing', first.folder, first.backups);
    expect(again.opened).toMatchObject({ ok: false, failure: { kind: 'needsRecovery' } });
    const open = { kind: 'open', id: 8, folder: first.folder, backups: first.backups } as const;
    expect(await again.session.handle({ ...open, mode: 'rescue' })).toMatchObject({ ok: true });
    expect(await again.call('backup.restore', { path: backup.path })).toMatchObject({ ok: true });
    await again.session.handle({ kind: 'close', id: 9 });
    const whole = await openSession('existing', first.folder, first.backups);
    expect(whole.opened).toMatchObject({ ok: true });
    expect(whole.states().at(-1)).toMatchObject({ kind: 'open', notices: [], counts: { people: 1 } });
  });

  it('is offered nothing anew once the user has chosen', async () => {
    const { again, first } = await damaged();
    const open = { kind: 'open', id: 8, folder: first.folder, backups: first.backups } as const;
    expect(await again.session.handle({ ...open, mode: 'rescue' })).toMatchObject({ ok: true });
    const known = { ...first.backups, encryption: { kind: 'on', passphrase: 'tiger lamp' } } as const;
    await again.session.handle({ kind: 'backups', id: 9, backups: known });
    expect(again.states().at(-1)).toMatchObject({ kind: 'open' });
  });

  it('has its newest backup beside it, and goes on with what can be read once that is chosen', async () => {
    const { again, first } = await damaged();
    const open = { kind: 'open', id: 8, folder: first.folder, backups: first.backups } as const;
    await again.session.handle({ ...open, mode: 'existing' });
    await expect
      .poll(() => again.states().at(-1))
      .toMatchObject({
        kind: 'recovery',
        backup: {
          kind: 'found',
          differences: [expect.objectContaining({ type: 'person', added: 1, removed: 1 }), expect.anything()],
        },
      });
    expect(await again.session.handle({ ...open, mode: 'rescue' })).toMatchObject({ ok: true });
    expect(again.states().at(-1)).toMatchObject({
      kind: 'open',
      counts: { people: 1 },
      notices: [{ kind: 'recovered' }, { kind: 'fileSetAside' }],
    });
  });
});
