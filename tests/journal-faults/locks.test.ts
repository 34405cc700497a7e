import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { diskFs } from '../../electron/journal/files/fs';
import { JournalStore, valueOrThrow } from '../../electron/journal/journal-store';
import { formatInstant } from '../../shared/words/dates';
import {
  addPerson,
  keep,
  names,
  newStore,
  tempFolder,
  testOptions,
} from '../unit/electron/journal/temp-journal';
import { filesIn } from './golden';

const NOW = new Date().toISOString();
const FUTURE = '2099-12-31T23:59:59+14:00';
const PAST = '1970-01-01T00:00:00+00:00';
const onLinux = process.platform === 'linux';

/** A closed journal with Ada in it, and the lock that its program had while it was open. */
let folder = '';
let own: Record<string, unknown> = {};

beforeEach(async () => {
  folder = join(tempFolder(), 'Rapport');
  const store = await newStore(folder);
  own = JSON.parse(readFileSync(join(folder, '.lock'), 'utf8')) as typeof own;
  await addPerson(store, 'Ada');
  valueOrThrow(await store.close());
  expect(existsSync(join(folder, '.lock'))).toBe(false);
});

function putLock(content: object | string, at = new Date()): void {
  const path = join(folder, '.lock');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  utimesSync(path, at, at);
}

/** The number of a process that has ended. */
function deadPid(): number {
  const { pid, status } = spawnSync(process.execPath, ['--version']);
  expect(status).toBe(0);
  return pid;
}

interface Refusal {
  kind: string;
  holder: string;
  isUntouched: boolean;
}

async function refusal(): Promise<Refusal> {
  const before = filesIn(folder);
  const opened = await JournalStore.open(testOptions(folder));
  if (opened.ok || opened.failure.kind !== 'locked') throw new Error('It was not refused as in use.');
  const isUntouched = isDeepStrictEqual(filesIn(folder), before);
  return { kind: opened.failure.kind, holder: opened.failure.holder, isUntouched };
}

/** Opens the journal all the same, adds somebody, and tells who is in it at the next start. */
async function peopleAfterTakingOver(): Promise<string[]> {
  const store = keep(await JournalStore.open(testOptions(folder)));
  await addPerson(store, 'Bea');
  const lock = JSON.parse(readFileSync(join(folder, '.lock'), 'utf8')) as { instance: string };
  if (lock.instance === own['instance']) throw new Error('The lock is still the former one.');
  valueOrThrow(await store.close());
  const again = keep(await JournalStore.open({ ...testOptions(folder), askFirst: true }));
  return names(again);
}

describe.each([
  ['now', NOW, formatInstant(NOW)],
  ['in the future', FUTURE, 'Thu 31 Dec 2099, 23:59'],
  ['long past', PAST, 'Thu 1 Jan 1970, 00:00'],
  ['no date at all', 'yesterday', 'yesterday'],
])('a lock whose date is %s', (_, since, said) => {
  const touched = Number.isNaN(Date.parse(since)) ? new Date(0) : new Date(since);

  it('keeps others out while its program runs', async () => {
    putLock({ ...own, pid: process.ppid, startTicks: undefined, since }, touched);
    expect(await refusal()).toEqual({
      kind: 'locked',
      holder: `process ${process.ppid} on this computer, since ${said}`,
      isUntouched: true,
    });
  });

  it('of a program that has ended is replaced', async () => {
    putLock({ ...own, pid: deadPid(), startTicks: '1', since }, touched);
    expect(await peopleAfterTakingOver()).toEqual(['Ada', 'Bea']);
  });

  it('of another computer keeps others out, and it is said how to go on', async () => {
    putLock({ ...own, host: `not-${hostname()}`, pid: deadPid(), since }, touched);
    const { holder, isUntouched } = await refusal();
    expect(holder).toBe(
      `a program on the computer not-${hostname()}, since ${said}; if that computer has ended it or is gone, delete the file .lock in the folder`,
    );
    expect(isUntouched).toBe(true);
  });
});

it('a lock of another system on this very computer keeps others out: its programs cannot be seen from here', async () => {
  putLock({ ...own, platform: 'another', bootId: undefined, startTicks: undefined, pid: deadPid() });
  expect((await refusal()).holder).toMatch(/^a program on the computer /);
});

describe('a lock that was left behind', () => {
  it('before the computer was started anew is replaced, though its number is in use again', async () => {
    putLock({ ...own, bootId: undefined, startTicks: undefined, uptimeSeconds: uptime() + 3_600 });
    expect(await peopleAfterTakingOver()).toEqual(['Ada', 'Bea']);
  });

  it.runIf(onLinux)(
    'in another run of the computer is replaced, though its number is in use again',
    async () => {
      putLock({ ...own, bootId: '00000000-0000-4000-8000-000000000000' });
      expect(await peopleAfterTakingOver()).toEqual(['Ada', 'Bea']);
    },
  );

  it('by a thread of this very program that has ended is replaced', async () => {
    putLock(own);
    expect(await peopleAfterTakingOver()).toEqual(['Ada', 'Bea']);
  });

  it('by a program that runs is not replaced, though it is this one, as long as it has the journal open', async () => {
    const store = keep(await JournalStore.open(testOptions(folder)));
    expect((await refusal()).isUntouched).toBe(true);
    await addPerson(store, 'Bea');
    valueOrThrow(await store.close());
  });

  it.runIf(onLinux)('by a program whose number another has now is replaced', async () => {
    putLock({ ...own, pid: process.ppid, startTicks: '1' });
    expect(await peopleAfterTakingOver()).toEqual(['Ada', 'Bea']);
  });

  it.each([
    ['nothing', ''],
    ['zeros', '\0'.repeat(200)],
    ['half of what it was to say', '{"instance":"0190'],
    ['something else', '{"hello":"world"}'],
  ])('with %s in it is replaced', async (_, text) => {
    putLock(text);
    expect(await peopleAfterTakingOver()).toEqual(['Ada', 'Bea']);
  });
});

it('on a disk where files cannot have two names, it keeps others out too and is taken over from the dead', async () => {
  const cannotLink = () => Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' }));
  const options = { ...testOptions(folder), fs: { ...diskFs, link: cannotLink } };
  putLock({ ...own, pid: deadPid(), startTicks: '1' });
  const store = keep(await JournalStore.open(options));
  expect(await JournalStore.open(options)).toMatchObject({ ok: false, failure: { kind: 'locked' } });
  valueOrThrow(await store.close());
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
});
