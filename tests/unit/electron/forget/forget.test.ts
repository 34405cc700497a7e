import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { diskFs } from '../../../../electron/journal/files/fs';
import { valueOrThrow } from '../../../../electron/journal/journal-store';
import type { ForgetPreview } from '../../../../shared/contract/forget';
import type { Person } from '../../../../shared/model/person';
import { success } from '../../../../shared/result';
import { plainVault } from '../backup/plain-vault';
import { tempFolder } from '../journal/temp-journal';
import { contents, leftOf, NAME, open, place } from './forget-place';
import { fill, TRACES } from './full-journal';

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
      person: { id: ids.maya, name: ' maya OKONJO ', deleted: [], unreachable: [] },
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
    const person = { id: ids.maya, name: NAME, deleted: [basename(other)], unreachable: [] };
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
    const refused = await session.handle({
      kind: 'forget',
      id: 3,
      person: { id: ids.maya, name: 'Maya', deleted: [], unreachable: [] },
    });
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'invalidInput' } });
    expect(contents(where)).toEqual(before);
  });

  it('is not undone, and asks before somebody of that name or address comes in again', async () => {
    const where = place();
    const ids = await fill(where);
    const { session, call } = await open(where);
    await session.handle({
      kind: 'forget',
      id: 3,
      person: { id: ids.maya, name: NAME, deleted: [], unreachable: [] },
    });
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
    await session.handle({
      kind: 'forget',
      id: 3,
      person: { id: ids.maya, name: NAME, deleted: [], unreachable: [] },
    });
    expect(await call('backup.preview', { path: copy })).toMatchObject({ leftOut: 1 });
    await call('backup.restore', { path: copy });
    const page = { offset: 0, limit: 50 };
    expect(await call('people.list', page)).toMatchObject({ total: 1 });
    expect(await call('search.query', { text: 'okonjo', ...page })).toMatchObject({ total: 0 });
    await call('backup.restore', { path: copy, people: [ids.maya] });
    expect(await call('people.list', page)).toMatchObject({ total: 2 });
  });
});

describe('a restore of one person from a copy that was out of reach', () => {
  it('does not bring back the name of another who was forgotten', async () => {
    const where = place();
    const { call, add, backUp, forget, close } = await open(where);
    const maya = await add(NAME);
    const anna = await add('Anna Lind', { notes: `A friend of ${NAME}.`, role: 'Pilot' });
    const { path } = await backUp();
    const copy = join(tempFolder(), 'copy.rapport');
    copyFileSync(path, copy);
    expect(await forget(maya)).toMatchObject({ ok: true });
    await call('people.delete', { id: anna });
    expect(await call('backup.preview', { path: copy, people: [anna] })).toMatchObject({ leftOut: 0 });
    await call('backup.restore', { path: copy, people: [anna] });
    expect(await call('people.get', { id: anna })).toMatchObject({ notes: 'A friend of somebody.' });
    await close();
    expect(leftOf(where, [NAME])).toEqual([]);
  });
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
    const person = { id, name: NAME, deleted: [], unreachable: [] };
    expect(await session.handle({ kind: 'forget', id: 4, person })).toMatchObject({ ok: true });
    expect(readFileSync(join(where.journal, 'promises.json'))).toEqual(promises);
  });
});
