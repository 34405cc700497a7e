import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { changeOf, patched } from '../../electron/journal/changes/edit';
import { JournalStore, valueOrThrow } from '../../electron/journal/journal-store';
import { created } from '../../shared/model/stamp';
import { dateOf, localInstant } from '../../shared/model/time';
import { success } from '../../shared/result';
import { keep, tempFolder, testOptions } from '../unit/electron/journal/temp-journal';
import { contentOf } from './golden';

/** New Year in Auckland, the day before in the others. */
const MOMENT = new Date('2025-12-31T11:30:00Z');
const ZONES = [
  { zone: 'Pacific/Auckland', here: '2026-01-01T00:30:00+13:00' },
  { zone: 'America/St_Johns', here: '2025-12-31T08:00:00-03:30' },
  { zone: 'Asia/Kathmandu', here: '2025-12-31T17:15:00+05:45' },
];
const PAIRS = ZONES.flatMap((written) =>
  ZONES.filter((read) => read !== written).map((read) => ({ written, read })),
);

const ownZone = process.env['TZ'];
afterEach(() => moveTo(ownZone));

function moveTo(zone: string | undefined): void {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
}

/** Opened in another zone, a little later. */
async function openedIn(zone: string, folder: string, isNew = false): Promise<JournalStore> {
  moveTo(zone);
  const options = { ...testOptions(folder), now: () => MOMENT };
  return keep(
    isNew ? await JournalStore.create(options) : await JournalStore.open({ ...options, askFirst: true }),
  );
}

async function write(store: JournalStore): Promise<void> {
  const answer = await store.change('entry', (_, stamp) => {
    const dates = [
      { kind: 'birthday' as const, on: '--02-29' },
      { kind: 'anniversary' as const, on: '2000-12-31' },
    ];
    const person = created({ name: 'Ada', dates, met: { date: '2025-12-31' } }, stamp);
    const entry = created(
      {
        participants: [{ personId: person.id }],
        status: 'held' as const,
        at: stamp.now,
        kind: 'coffee' as const,
      },
      stamp,
    );
    const today = dateOf(stamp.now);
    const promise = {
      personId: person.id,
      by: 'me' as const,
      what: 'Call',
      madeOn: today,
      dueOn: '2026-03-29',
      status: 'open' as const,
    };
    return success([
      changeOf('person', undefined, person),
      changeOf('interaction', undefined, entry),
      changeOf('promise', undefined, created(promise, stamp)),
      changeOf('season', undefined, created({ name: 'Winter', from: '2025-12-31', to: '2026-01-01' }, stamp)),
      changeOf('timeLog', undefined, created({ date: today, channel: 'Club', minutes: 30 }, stamp)),
    ]);
  });
  valueOrThrow(answer);
}

describe.each(PAIRS)('written in $written.zone, read in $read.zone', ({ written, read }) => {
  it('the test is really there', () => {
    for (const { zone, here } of [written, read]) {
      moveTo(zone);
      expect(localInstant(MOMENT)).toBe(here);
    }
  });

  it.each([
    ['folded', (store: JournalStore) => store.close()],
    ['only in the log', (store: JournalStore) => store.release()],
  ])('no date and no moment is another (%s)', async (_, end) => {
    const folder = join(tempFolder(), 'Rapport');
    const store = await openedIn(written.zone, folder, true);
    await write(store);
    const content = contentOf(store.tables);
    valueOrThrow(await end(store));
    const elsewhere = await openedIn(read.zone, folder);
    expect(elsewhere.findings).toEqual([]);
    expect(contentOf(elsewhere.tables)).toEqual(content);
    expect([...elsewhere.tables.all('interaction')].map(({ at }) => at)).toEqual([written.here]);
    expect([...elsewhere.tables.all('promise')].map(({ madeOn }) => madeOn)).toEqual([
      written.here.slice(0, 10),
    ]);
    valueOrThrow(await elsewhere.close());
    // An entry is filed under the year that it was where it happened.
    expect(readdirSync(join(folder, 'entries'))).toEqual([`${written.here.slice(0, 4)}.json`]);
  });

  it('a change made there leaves all dates alone, and comes later', async () => {
    const folder = join(tempFolder(), 'Rapport');
    const store = await openedIn(written.zone, folder, true);
    await write(store);
    const [before] = store.tables.all('interaction');
    await store.close();
    if (!before) throw new Error('The entry is missing.');
    const elsewhere = await openedIn(read.zone, folder);
    const edit = await elsewhere.change('edit', (_, stamp) =>
      success([patched('interaction', before, { notes: 'late' }, stamp)]),
    );
    valueOrThrow(edit);
    await elsewhere.close();
    const home = await openedIn(written.zone, folder);
    const [after] = home.tables.all('interaction');
    expect(after).toEqual({ ...before, notes: 'late', updatedAt: read.here, rev: after?.rev });
    expect((after?.rev ?? '') > before.rev).toBe(true);
    expect(home.findings).toEqual([]);
  });
});

describe('entries of several zones', () => {
  it('stand in the order in which they happened, not in that of their dates', async () => {
    const folder = join(tempFolder(), 'Rapport');
    // Each a quarter of an hour after the one before; by their dates the first would come last.
    const moments = ['2026-01-01T00:30:00+13:00', '2025-12-31T17:30:00+05:45', '2025-12-31T08:30:00-03:30'];
    for (const [index, at] of [...moments.entries()].reverse()) {
      const store = await openedIn(ZONES[index]?.zone ?? '', folder, index === moments.length - 1);
      const answer = await store.change('entry', (_, stamp) => {
        const entry = {
          participants: [{ personId: stamp.newId() }],
          status: 'held' as const,
          at,
          kind: 'call' as const,
        };
        return success([changeOf('interaction', undefined, created(entry, stamp))]);
      });
      valueOrThrow(answer);
      await store.close();
    }
    const store = await openedIn('UTC', folder);
    expect([...store.tables.chronology.newestFirst()].map(({ at }) => at)).toEqual([...moments].reverse());
  });
});
