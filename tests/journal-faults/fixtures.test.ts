import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeOf } from '../../electron/journal/changes/edit';
import { JournalStore, valueOrThrow } from '../../electron/journal/journal-store';
import { decodeWhole } from '../../electron/journal/files/volume-format';
import type { Finding } from '../../shared/contract/recovery';
import type { Failure } from '../../shared/errors';
import { FORMAT_VERSION } from '../../shared/model/migrations';
import { recordSchemas } from '../../shared/model/record';
import { recordTypes } from '../../shared/model/record-types';
import { success } from '../../shared/result';
import { tempFolder, testOptions } from '../unit/electron/journal/temp-journal';
import {
  type Content,
  contentOf,
  copyGolden,
  damagedNames,
  expected,
  filesIn,
  GOLDEN,
  goldenContent,
  without,
} from './golden';

function copied(what: Parameters<typeof copyGolden>[1] = {}): string {
  const folder = join(tempFolder(), 'Rapport');
  copyGolden(folder, what);
  return folder;
}

describe('the golden journal of format version 1', () => {
  it('is the one that was made once', () => {
    const hash = createHash('sha256');
    for (const [name, bytes] of filesIn(GOLDEN)) hash.update(`${name} ${bytes}\n`);
    hash.update(readFileSync(`${GOLDEN}.expected.json`));
    expect(hash.digest('hex')).toBe('f4d5df04657374737f3fd895bc46f46b98cbd0ed5dae31931240099eb39a515f');
  });

  it('reads as what was written down, with all that no version knows, and nothing is told', async () => {
    const store = valueOrThrow(await JournalStore.open({ ...testOptions(copied()), askFirst: true }));
    expect(store.findings).toEqual([]);
    expect(contentOf(store.tables)).toEqual(goldenContent);
    expect(store.forgotten).toEqual(expected.forgotten);
    await store.close();
  });

  it('has records that each pass the schema as they are', () => {
    for (const type of recordTypes) {
      for (const record of Object.values(expected.records[type] ?? {}))
        expect(recordSchemas[type].parse(record)).toEqual(record);
    }
  });

  it('has nothing of it lost when every record is changed and every file written anew', async () => {
    const folder = copied();
    const store = valueOrThrow(await JournalStore.open(testOptions(folder)));
    const changed = await store.change('everything', (tables, { now }) =>
      success(
        recordTypes.flatMap((type) =>
          [...tables.all(type)].map((record) =>
            changeOf<typeof type>(type, record, { ...record, updatedAt: now }),
          ),
        ),
      ),
    );
    expect(valueOrThrow(changed)).toHaveLength(Object.keys(goldenContent).length);
    valueOrThrow(await store.close());
    const before = filesIn(GOLDEN);
    for (const name of [
      'journal.json',
      'people.json',
      'promises.json',
      'entries/2025.json',
      'entries/2026.json',
    ])
      expect(filesIn(folder).get(name)).not.toBe(before.get(name));

    const again = valueOrThrow(await JournalStore.open({ ...testOptions(folder), askFirst: true }));
    expect(again.findings).toEqual([]);
    expect(sinceChanged(contentOf(again.tables))).toEqual(sinceChanged(goldenContent));
    expect(again.forgotten).toEqual(expected.forgotten);
    const people = decodeWhole(readFileSync(join(folder, 'people.json')));
    expect(people).toMatchObject({
      header: expected.unknownInPeople.header,
      lists: expected.unknownInPeople.lists,
    });
    const [former] = await again.historyOf('person', '01900000-0000-7000-8000-000000000004');
    expect(former?.was).toMatchObject([{ before: { name: 'Ὀλυμπιάς', notes: 'e\u0301 and \u00e9' } }]);
    await again.close();
  });
});

/** What a change is free to alter. */
function sinceChanged(content: Content): Content {
  return Object.fromEntries(
    Object.entries(content).map(([key, record]) => [key, { ...(record as object), rev: '', updatedAt: '' }]),
  );
}

interface Damage {
  name: string;
  file: string;
  missing?: string;
  /** Opened as the app does at first: whether the user is asked, and nothing touched until then. */
  asks: boolean;
  /** Opened by somebody who was not asked: refused for this. */
  refused?: Partial<Failure>;
  /** What is told when it is opened all the same, but for where the file is kept. */
  told: object;
  keptAs: 'damaged' | 'edited' | null;
  lost?: readonly string[];
  changed?: Content;
}

const PEOPLE = 'people.json';
const YEAR = 'entries/2025.json';
const OF_2025 = ['interaction 30', 'interaction 31', 'gathering 20', 'timeLog 80'];
const olympias = goldenContent['person 4'] as { role: string };
const { role: _role, ...formerOlympias } = olympias;
const editedWell = { kind: 'fileEdited', file: PEOPLE, records: 5, refused: 0 };
const refusedFor = (file: string) => ({ kind: 'damaged', file }) as const;
const unreadable = (file: string) => ({ kind: 'fileUnreadable', file });

const DAMAGES: readonly Damage[] = [
  {
    name: 'bit-flipped',
    file: PEOPLE,
    asks: true,
    told: { kind: 'fileDamaged', file: PEOPLE, rescued: 4, expected: 5, lostLines: 1 },
    keptAs: 'damaged',
    lost: ['person 3'],
  },
  { name: 'byte-order-mark', file: PEOPLE, asks: false, told: editedWell, keptAs: 'edited' },
  {
    name: 'edited-by-hand',
    file: PEOPLE,
    asks: false,
    told: editedWell,
    keptAs: 'edited',
    changed: { 'person 4': { ...olympias, name: 'Ὀλυμπιὰς ἡ Ἠπειρῶτις' } },
  },
  {
    name: 'edited-by-hand-to-no-json',
    file: PEOPLE,
    asks: true,
    told: { kind: 'fileDamaged', file: PEOPLE, rescued: 4, expected: 5, lostLines: 1 },
    keptAs: 'damaged',
    lost: ['person 4'],
  },
  {
    name: 'edited-by-hand-to-nonsense',
    file: PEOPLE,
    asks: true,
    told: { kind: 'fileEdited', file: PEOPLE, records: 4, refused: 1 },
    keptAs: 'damaged',
    lost: ['person 3'],
  },
  {
    name: 'emptied-by-hand',
    file: 'promises.json',
    asks: true,
    refused: { kind: 'journalShrank', what: 'promises.json', before: 2, after: 0 },
    told: { kind: 'fileShrank', file: 'promises.json', records: 0, expected: 2 },
    keptAs: 'damaged',
    lost: ['promise 40', 'promise 41'],
  },
  {
    name: 'head-nul-filled',
    file: 'journal.json',
    asks: true,
    refused: refusedFor('journal.json'),
    told: unreadable('journal.json'),
    keptAs: 'damaged',
    // The figure of one's own is in the log.
    lost: ['circle 10', 'season 70', 'question 60', 'snooze 90'],
  },
  {
    name: 'log-damaged',
    file: 'changes.ndjson',
    asks: true,
    told: { kind: 'logDamaged', file: 'changes.ndjson', badLines: [2], missing: 1, conflicting: 0 },
    keptAs: 'damaged',
    lost: ['interaction 502'],
  },
  {
    name: 'log-torn',
    file: 'changes.ndjson',
    asks: false,
    told: { kind: 'tornLogLine', bytes: 614 },
    keptAs: null,
    changed: { 'ownNorm 95': formerNorm() },
  },
  {
    name: 'nul-filled',
    file: PEOPLE,
    asks: true,
    refused: refusedFor(PEOPLE),
    told: unreadable(PEOPLE),
    keptAs: 'damaged',
    // Łucja was changed last, and is in the log.
    lost: ['person 2', 'person 3', 'person 4', 'introduction 50'],
  },
  {
    name: 'older-volume',
    file: PEOPLE,
    asks: true,
    told: { kind: 'fileOlder', file: PEOPLE, records: 4, expected: 5 },
    keptAs: 'damaged',
    lost: ['person 3'],
    changed: { 'person 4': formerOlympias },
  },
  {
    name: 'truncated',
    file: YEAR,
    asks: true,
    told: { kind: 'fileDamaged', file: YEAR, rescued: 1, expected: 4, lostLines: 1 },
    keptAs: 'damaged',
    lost: OF_2025.slice(1),
  },
  { name: 'windows-line-ends', file: PEOPLE, asks: false, told: editedWell, keptAs: 'edited' },
  {
    name: 'zero-bytes',
    file: 'promises.json',
    asks: true,
    refused: refusedFor('promises.json'),
    told: unreadable('promises.json'),
    keptAs: 'damaged',
    lost: ['promise 40', 'promise 41'],
  },
  {
    name: 'a missing volume',
    file: YEAR,
    missing: YEAR,
    asks: true,
    refused: refusedFor(YEAR),
    told: { kind: 'fileMissing', file: YEAR },
    keptAs: null,
    lost: OF_2025,
  },
];

/** Before the change that is torn in the log. */
function formerNorm(): unknown {
  const head = decodeWhole(readFileSync(join(GOLDEN, 'journal.json')));
  return head?.lists['ownNorms']?.[0];
}

const damaged = ({ name, missing }: Damage) =>
  copied(missing === undefined ? { damaged: name } : { missing });

/** Where it is kept is looked at on the disk. */
const withoutPlace = (finding: Finding): object =>
  Object.fromEntries(Object.entries(finding).filter(([key]) => key !== 'keptAs'));

describe('a damaged journal', () => {
  it('is there of each kind', () => {
    const named = DAMAGES.filter(({ missing }) => missing === undefined).map(({ name }) => name);
    expect([...named, 'newer-format'].sort()).toEqual(damagedNames);
  });

  it.each(DAMAGES.filter(({ asks }) => asks))(
    '$name: nothing is touched before the user has chosen',
    async (damage) => {
      const folder = damaged(damage);
      const before = filesIn(folder);
      const asked = await JournalStore.open({ ...testOptions(folder), askFirst: true });
      expect(asked).toEqual({ ok: false, failure: { kind: 'needsRecovery', folder } });
      expect(filesIn(folder)).toEqual(before);
    },
  );

  it.each(DAMAGES.filter(({ refused }) => refused))('$name: refused by itself, untouched', async (damage) => {
    const folder = damaged(damage);
    const before = filesIn(folder);
    const opened = await JournalStore.open(testOptions(folder));
    expect(opened).toMatchObject({ ok: false, failure: damage.refused });
    expect(filesIn(folder)).toEqual(before);
  });

  it.each(DAMAGES)('$name: told once and exactly, the file kept, and all else is there', async (damage) => {
    const folder = damaged(damage);
    const bytes = filesIn(folder).get(damage.file);
    const mode = damage.asks ? { rescue: true } : { askFirst: true };
    const store = valueOrThrow(await JournalStore.open({ ...testOptions(folder), ...mode }));
    const content = { ...without(goldenContent, damage.lost ?? []), ...damage.changed };
    expect(contentOf(store.tables)).toEqual(content);
    expect(store.findings.map(withoutPlace)).toEqual([damage.told]);
    valueOrThrow(await store.close());

    const aside = [...filesIn(folder)].filter(([name]) => /\.(damaged|edited)-/.test(name));
    expect(aside.map(([, kept]) => kept)).toEqual(damage.keptAs === null ? [] : [bytes]);
    for (const [name] of aside) {
      expect(name.startsWith(`${damage.file}.${damage.keptAs}-`)).toBe(true);
      expect(store.notices[0]?.message).toContain(join(folder, name));
    }

    const again = valueOrThrow(await JournalStore.open({ ...testOptions(folder), askFirst: true }));
    expect(again.findings).toEqual([]);
    expect(contentOf(again.tables)).toEqual(content);
    expect(again.forgotten).toEqual(damage.file === 'journal.json' ? [] : expected.forgotten);
    await again.close();
  });

  it.each([{}, { askFirst: true }, { rescue: true }])(
    'of a newer version is refused, whatever the user says, and untouched: %o',
    async (mode) => {
      const folder = copied({ damaged: 'newer-format' });
      const before = filesIn(folder);
      const opened = await JournalStore.open({ ...testOptions(folder), ...mode });
      const failure = { kind: 'newerFormat', file: PEOPLE, found: 999, supported: FORMAT_VERSION };
      expect(opened).toEqual({ ok: false, failure });
      expect(filesIn(folder)).toEqual(before);
    },
  );
});
