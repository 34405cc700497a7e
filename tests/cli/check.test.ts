import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeWhole, encodeVolume, type VolumeData } from '../../electron/journal/files/volume-format';
import { JournalStore, valueOrThrow } from '../../electron/journal/journal-store';
import { addPerson, openStore, testOptions } from '../unit/electron/journal/temp-journal';
import { alter, Computer, computerWith, computerWithSample, contentOf, flipBit, at, textAt } from './command';

/** The remarks of a check as kind and severity. */
function remarksOf(json: Record<string, unknown>): string[] {
  const remarks = json['remarks'] as { kind: string; severity: string }[];
  return remarks.map(({ kind, severity }) => `${severity} ${kind}`);
}

async function sealed(data: VolumeData): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of encodeVolume(data)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('rapport check of a whole journal', () => {
  it('says so, counts what is there, and changes nothing', async () => {
    const computer = await computerWithSample();
    const before = contentOf(computer.home);
    const { code, out, err } = await computer.run(['check']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`Journal: ${computer.journal}\n`);
    expect(out).toMatch(/^ok +people\.json +60 people, \d+ introductions$/m);
    expect(out).toMatch(/^In all: 60 people, 500 entries, /m);
    expect(out).toContain('The journal is whole. Nothing was changed.');
    expect(contentOf(computer.home)).toEqual(before);
  });

  it('says it to scripts too', async () => {
    const computer = await computerWith('Anna', 'Ben');
    const { code, json } = await computer.json(['check']);
    expect(code).toBe(0);
    expect(json).toMatchObject({
      format: 'rapport-check',
      version: 1,
      journal: computer.journal,
      ok: true,
      refusal: null,
      inUseBy: null,
      counts: { person: 2, interaction: 0 },
      remarks: [],
    });
    expect(at(json, 'files', '1')).toEqual({
      file: 'people.json',
      state: 'ok',
      records: { person: 2 },
      lines: null,
    });
  });

  it('reads beside whoever has it open, with what is only in the log yet', async () => {
    const computer = await computerWith('Anna');
    const store = await openStore(computer.journal);
    await addPerson(store, 'Ben');
    const { code, json } = await computer.json(['check']);
    expect(code).toBe(0);
    expect(json).toMatchObject({ ok: true, counts: { person: 2 } });
    expect(json['inUseBy']).toContain(`process ${process.pid} on this computer`);
    await addPerson(store, 'Carla');
    expect(store.status.kind).toBe('saved');
  });
});

describe('rapport check of a damaged journal', () => {
  it('tells a flipped bit in a volume, what was rescued, and touches nothing', async () => {
    const computer = await computerWith('Anna', 'Ben', 'Carla');
    const path = join(computer.journal, 'people.json');
    alter(path, (bytes) => flipBit(bytes, bytes.indexOf('"Ben"')));
    const before = contentOf(computer.journal);
    const { code, json } = await computer.json(['check']);
    expect(code).toBe(1);
    expect(json).toMatchObject({ ok: false, refusal: null, counts: { person: 2 } });
    expect(remarksOf(json)).toEqual(['problem fileDamaged']);
    const { out } = await computer.run(['check']);
    expect(out).toContain('people.json is damaged. 2 of its 3 records can be read');
    expect(out).toMatch(/^damaged +people\.json +2 people$/m);
    expect(out).toMatch(
      /To mend it, restore a backup .* or open it in Rapport and go on with what can be read\.$/m,
    );
    expect(contentOf(computer.journal)).toEqual(before);
  });

  it('takes a torn last line of the log for what it is: nothing that was confirmed is lost', async () => {
    const computer = await computerWith('Anna');
    appendFileSync(join(computer.journal, 'changes.ndjson'), '{"seq":2,"at":"2026-05-04T0');
    const { code, json } = await computer.json(['check']);
    expect(code).toBe(0);
    expect(remarksOf(json)).toEqual(['note tornLogLine']);
  });

  it('tells a damaged line of the log', async () => {
    const computer = await computerWith('Anna');
    const store = await openStore(computer.journal);
    for (const name of ['Ben', 'Carla', 'Dora']) await addPerson(store, name);
    valueOrThrow(await store.release());
    alter(join(computer.journal, 'changes.ndjson'), (bytes) => flipBit(bytes, bytes.indexOf('Carla')));
    const { code, json } = await computer.json(['check']);
    expect(code).toBe(1);
    expect(remarksOf(json)).toEqual(['problem logDamaged']);
    expect(json).toMatchObject({ counts: { person: 3 } });
  });

  it.each(['people.json', 'promises.json', 'journal.json'])(
    'misses %s, and says that Rapport would not open',
    async (file) => {
      const computer = await computerWith('Anna');
      rmSync(join(computer.journal, file));
      const { code, json } = await computer.json(['check']);
      expect(code).toBe(1);
      expect(json).toMatchObject({ ok: false, refusal: { code: 'damaged' } });
      expect(json['files']).toContainEqual({ file, state: 'missing', records: {}, lines: null });
      const { out } = await computer.run(['check']);
      expect(out.match(/missing\. Put it back|It is missing/g)).toEqual(['missing. Put it back']);
      expect(out).toContain(`${file} is missing`);
    },
  );

  it('misses a year of which journal.json says that it was there', async () => {
    const computer = await computerWithSample();
    const year = new Date().getFullYear();
    rmSync(join(computer.journal, 'entries', `${year}.json`));
    const { code, json } = await computer.json(['check']);
    expect(code).toBe(1);
    expect(textAt(json, 'refusal', 'message')).toContain(`entries/${year}.json`);
  });

  it('tells a file of zeros, and counts what the others hold', async () => {
    const computer = await computerWith('Anna');
    alter(join(computer.journal, 'promises.json'), (bytes) => Buffer.alloc(bytes.length));
    const { code, json } = await computer.json(['check']);
    expect(code).toBe(1);
    expect(json).toMatchObject({ refusal: { code: 'damaged' }, counts: { person: 1 } });
    expect(remarksOf(json)).toEqual(['problem fileUnreadable']);
  });

  it('refuses a newer format and says which', async () => {
    const computer = await computerWith('Anna');
    const path = join(computer.journal, 'people.json');
    const data = decodeWhole(readFileSync(path));
    const newer = await sealed({ lists: data?.lists ?? {}, header: { ...data?.header, formatVersion: 99 } });
    writeFileSync(path, newer);
    const { code, json } = await computer.json(['check']);
    expect(code).toBe(1);
    expect(json).toMatchObject({ ok: false, refusal: { code: 'newerFormat' } });
    expect(textAt(json, 'refusal', 'message')).toContain('format 99');
    const { out } = await computer.run(['check']);
    expect(out).toMatch(/Update Rapport to open it\.$/m);
    expect(out).not.toContain('restore');
  });

  it('looks at each record, also where the checksum is right', async () => {
    const computer = await computerWith('Anna');
    const path = join(computer.journal, 'people.json');
    const data = decodeWhole(readFileSync(path));
    const people = (data?.lists['people'] ?? []).map((person) => ({ ...(person as object), name: 7 }));
    writeFileSync(path, await sealed({ header: data?.header ?? {}, lists: { ...data?.lists, people } }));
    const { code, json } = await computer.json(['check']);
    expect(code).toBe(1);
    expect(remarksOf(json)).toEqual(['problem recordsInvalid']);
  });

  it.each([
    ['people', '"people":{"records"', '"peo#le":{"records"'],
    ['a year', '"entries/2', '"entries/x'],
  ])(
    'misses no file under a damaged name, as that of %s, in the list of journal.json',
    async (_, name, damaged) => {
      const computer = await computerWithSample();
      alter(join(computer.journal, 'journal.json'), (bytes) => {
        expect(bytes.includes(name)).toBe(true);
        return bytes.toString('utf8').replace(name, damaged);
      });
      const { code, json } = await computer.json(['check']);
      expect(code).toBe(0);
      expect(remarksOf(json)).toEqual(['note fileEdited']);
      expect(json).toMatchObject({ ok: true, counts: { person: 60 } });
    },
  );

  it('takes a good edit by hand for good', async () => {
    const computer = await computerWith('Anna');
    alter(join(computer.journal, 'people.json'), (bytes) =>
      bytes.toString('utf8').replace('"Anna"', '"Annika"'),
    );
    const { code, json } = await computer.json(['check']);
    expect(code).toBe(0);
    expect(remarksOf(json)).toEqual(['note fileEdited']);
  });
});

describe('rapport check where there is no journal', () => {
  it.each<[string, (computer: Computer) => void, string]>([
    ['no folder', () => undefined, 'cannot be found'],
    ['an empty folder', ({ journal }) => mkdirSync(journal), 'There is no Rapport journal in'],
    ['a file', ({ journal }) => writeFileSync(journal, 'x'), 'is a file, not a folder'],
  ])('ends with 4 for %s', async (_what, make, words) => {
    const computer = new Computer();
    make(computer);
    const { code, out, err } = await computer.run(['check']);
    expect(code).toBe(4);
    expect(out).toBe('');
    expect(err).toContain(words);
  });

  it('says to scripts why', async () => {
    const { code, json } = await new Computer().json(['check']);
    expect(code).toBe(4);
    expect(json).toMatchObject({ format: 'rapport-error', version: 1, code: 'folderMissing' });
  });
});

describe('which journal', () => {
  it('is another one when it is named, from where one stands', async () => {
    const computer = await computerWith('Anna');
    computer.settings({});
    expect((await computer.json(['check', '--journal', 'Journal'])).json).toMatchObject({
      counts: { person: 1 },
    });
  });

  it('is found in settings that were cut short, which stay as they are', async () => {
    const computer = await computerWith('Anna');
    computer.settings(`{"journalFolder":${JSON.stringify(computer.journal)},"theme":"da`);
    const before = contentOf(computer.home);
    expect((await computer.run(['check'])).code).toBe(0);
    expect(contentOf(computer.home)).toEqual(before);
  });

  it('lies in the documents before anything was chosen', async () => {
    const computer = new Computer();
    computer.settings({});
    const store = await JournalStore.create(testOptions(join(computer.home, 'Documents', 'Rapport')));
    valueOrThrow(await valueOrThrow(store).close());
    // Windows asks its registry, which knows nothing of this home.
    if (process.platform === 'win32') return;
    expect((await computer.run(['check'])).code).toBe(0);
  });
});
