import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FailureError } from '../../../../electron/journal/files/failure-error';
import { diskFs, type Fs } from '../../../../electron/journal/files/fs';
import { createDrafts } from '../../../../electron/shell/drafts';
import { setAside } from '../../../../electron/shell/set-aside';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-drafts-'));
  path = join(folder, 'user data', 'drafts.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const journalId = (): string => 'journal 1';

function store(fs: Fs = diskFs, file = path, journal: () => string | null = journalId) {
  const reportDamage = vi.fn<(path: string, aside: string | null) => void>();
  const now = () => new Date('2026-11-22T09:15:00Z');
  return {
    drafts: createDrafts({ fs, path: file, now, journalId: journal, setAside, reportDamage }),
    reportDamage,
  };
}

const draft = (id: string, value: unknown = 'words') => ({
  id,
  form: 'debrief' as const,
  recordId: null,
  title: `Draft ${id}`,
  value,
  caret: { field: 'notes', start: 3, end: 3 },
});

describe('drafts', () => {
  it('are on the disk once acknowledged, for whoever reads the file next', async () => {
    await store().drafts.keep(draft('a', { notes: 'Grüße 👋 \u202Eabc' }));
    const [found] = await store().drafts.list();
    expect(found).toMatchObject(draft('a', { notes: 'Grüße 👋 \u202Eabc' }));
  });

  it('keep the last of many quick changes, and each acknowledged one is on the disk at that moment', async () => {
    const { drafts } = store();
    await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        await drafts.keep(draft('a', index));
        const onDisk = JSON.parse(readFileSync(path, 'utf8')) as { drafts: { value: number }[] };
        expect(onDisk.drafts[0]?.value).toBeGreaterThanOrEqual(index);
      }),
    );
    expect((await store().drafts.list()).map(({ value }) => value)).toEqual([49]);
    expect(readdirSync(join(folder, 'user data'))).toEqual(['drafts.json']);
  });

  it('are dropped for good', async () => {
    const { drafts } = store();
    await drafts.keep(draft('a'));
    await drafts.keep(draft('b'));
    await drafts.drop('a');
    expect((await store().drafts.list()).map(({ id }) => id)).toEqual(['b']);
  });

  it('say so when the disk is full, and leave the file as it was', async () => {
    await store().drafts.keep(draft('a', 'first'));
    const before = readFileSync(path, 'utf8');
    const full: Fs = {
      ...diskFs,
      open: async () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
    };
    const kept = store(full).drafts.keep(draft('a', 'second'));
    await expect(kept).rejects.toMatchObject({ failure: { kind: 'diskFull' } });
    await expect(kept).rejects.toBeInstanceOf(FailureError);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('can be kept again after a failure', async () => {
    let fail = true;
    const fs: Fs = {
      ...diskFs,
      open: (...args) =>
        fail ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) : diskFs.open(...args),
    };
    const { drafts } = store(fs);
    await expect(drafts.keep(draft('a'))).rejects.toMatchObject({ failure: { kind: 'diskFull' } });
    fail = false;
    await drafts.keep(draft('b'));
    expect((await store().drafts.list()).map(({ id }) => id).sort()).toEqual(['a', 'b']);
  });

  it.each(['', '{"format":"rapport-drafts","ver', '\0\0\0\0', '{"drafts":[]}'])(
    'set a damaged file aside: %j',
    async (text) => {
      const file = join(folder, 'drafts.json');
      writeFileSync(file, text);
      const { drafts, reportDamage } = store(diskFs, file);
      expect(await drafts.list()).toEqual([]);
      const aside = join(folder, 'drafts.json.damaged-2026-11-22T091500');
      expect(reportDamage.mock.calls).toEqual([[file, aside]]);
      expect(readFileSync(aside, 'utf8')).toBe(text);
    },
  );

  it('refuse to write over the drafts of a newer version', async () => {
    const file = join(folder, 'drafts.json');
    const text = JSON.stringify({ format: 'rapport-drafts', version: 9, drafts: [] });
    writeFileSync(file, text);
    const { drafts } = store(diskFs, file);
    await expect(drafts.keep(draft('a'))).rejects.toMatchObject({ failure: { kind: 'newerFormat' } });
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('keep entries they do not understand', async () => {
    const file = join(folder, 'drafts.json');
    const foreign = { id: 'x', form: 'season', words: 'mine' };
    writeFileSync(file, JSON.stringify({ format: 'rapport-drafts', version: 1, drafts: [foreign] }));
    const { drafts } = store(diskFs, file);
    expect(await drafts.list()).toEqual([]);
    await drafts.keep(draft('a'));
    expect(readFileSync(file, 'utf8')).toContain(JSON.stringify(foreign));
  });

  it('that are kept in the moment when the file begins to be replaced are in the file or come into the new one', async () => {
    await store().drafts.keep(draft('a'));
    for (const first of ['keep', 'replace']) {
      const { drafts } = store();
      const id = `kept before or after, ${first} first`;
      const keep = () => drafts.keep(draft(id));
      const replace = () =>
        drafts.whileReplaced(async () => {
          const text = readFileSync(path, 'utf8');
          await diskFs.stat(path);
          writeFileSync(path, text.replaceAll('words', 'other words'));
        });
      await Promise.all(first === 'keep' ? [keep(), replace()] : [replace(), keep()]);
      expect((await store().drafts.list()).map((one) => one.id)).toContain(id);
    }
    const [replaced] = (await store().drafts.list()).filter(({ id }) => id === 'a');
    expect(replaced?.value).toBe('other other words');
  });

  it('are read only when whoever may still be replacing the file is through', async () => {
    mkdirSync(join(folder, 'user data'));
    let through = (): void => undefined;
    const ready = new Promise<void>((resolve) => (through = resolve));
    const options = {
      fs: diskFs,
      journalId,
      path,
      now: () => new Date(),
      setAside,
      reportDamage: () => undefined,
    };
    const listed = createDrafts({ ...options, ready }).list();
    await store().drafts.keep(draft('a'));
    through();
    expect((await listed).map(({ id }) => id)).toEqual(['a']);
  });
});

describe('a draft', () => {
  it('is shown in the journal in which it was begun, and in no other; an earlier version’s in any', async () => {
    let open: string | null = 'journal 1';
    const first = store(diskFs, path, () => open);
    await first.drafts.keep(draft('private'));
    open = 'journal 2';
    await first.drafts.keep(draft('of the other'));
    const titles = async (drafts = first.drafts) => (await drafts.list()).map(({ title }) => title);
    expect(await titles()).toEqual(['Draft of the other']);
    open = null;
    expect(await titles()).toEqual([]);
    const file = JSON.parse(readFileSync(path, 'utf8')) as { drafts: object[] };
    file.drafts.push({ ...draft('earlier'), keptAt: '2026-11-21T09:15:00Z' });
    writeFileSync(path, JSON.stringify(file));
    open = 'journal 1';
    const again = store(diskFs, path, () => open).drafts;
    expect(await titles(again)).toEqual(['Draft private', 'Draft earlier']);
    expect(await again.list()).toEqual([
      expect.not.objectContaining({ journalId: expect.anything() }),
      expect.not.objectContaining({ journalId: expect.anything() }),
    ]);
  });
});
