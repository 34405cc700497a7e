import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { report } from './figures';
import { bundleWriter, Program, readFolder } from './program';
import { expectedAfter, type Said } from './said';
import { asText, type State, stateOf } from './state';

const isLong = process.env['RAPPORT_FAULTS'] === 'long';
const KILLS = isLong ? 600 : 12;
/** After so many kills the next journal begins. */
const KILLS_PER_JOURNAL = 40;
const STARTS_AT_ONCE = isLong ? 100 : 1;

let scratch = '';
let writer = '';

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'rapport-faults-'));
  writer = await bundleWriter(join(scratch, 'program'));
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function newFolder(): string {
  return mkdtempSync(join(scratch, 'journal-'));
}

const run = (mode: string, folder: string, ...more: string[]): Program =>
  new Program(process.execPath, [writer, mode, folder, ...more]);

/** Holds what is in the folder against what was acknowledged. Returns what is there. */
async function expectKept(
  folder: string,
  before: State,
  said: readonly Said[],
  where: string,
): Promise<State> {
  const { acknowledged, orWithLast } = expectedAfter(before, said);
  const found = await readFolder(folder);
  const state = stateOf(found.tables);
  expect([asText(acknowledged), asText(orWithLast)].includes(asText(state)), where).toBe(true);
  expect(
    found.findings.filter(({ kind }) => kind !== 'tornLogLine'),
    where,
  ).toEqual([]);
  return state;
}

describe('a program that is killed with SIGKILL', () => {
  it(`${KILLS} times at any moment keeps everything that it acknowledged, and nothing half`, async () => {
    let folder = '';
    let state: State = new Map();
    let acknowledged = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      if (kill % KILLS_PER_JOURNAL === 0) [folder, state] = [newFolder(), new Map()];
      const program = run('torture', folder, String(kill + 1));
      await program.until('acknowledged', 1 + (kill % 9));
      await pause(Math.random() * 12);
      await program.kill();
      const where = `kill ${kill + 1}: ${program.text.slice(-2_000)}`;
      acknowledged += expectedAfter(state, program.said).acknowledgements;
      state = await expectKept(folder, state, program.said, where);
    }
    expect(acknowledged).toBeGreaterThan(KILLS);
    report('SIGKILLs of the store', KILLS);
    report('changes acknowledged before them', acknowledged);
  });

  it('while it opens a journal keeps it as it was', async () => {
    const folder = newFolder();
    const first = run('torture', folder, '1');
    await first.until('acknowledged', 20);
    await first.kill();
    const state = await expectKept(folder, new Map(), first.said, first.text.slice(-2_000));
    const rounds = isLong ? 100 : 5;
    for (let round = 0; round < rounds; round++) {
      const program = run('hold', folder);
      await pause(round * (isLong ? 1 : 12));
      await program.kill();
      expect(asText(stateOf((await readFolder(folder)).tables))).toBe(asText(state));
    }
    report('SIGKILLs while opening', rounds);
  });
});

/** Why it cannot be done here, or null. */
function whyNot(command: string, args: readonly string[]): string | null {
  const { error, status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) return `${command} is not there`;
  return status === 0 ? null : `${command} is not allowed here: ${stderr.trim().split('\n').at(-1) ?? ''}`;
}

const withoutStrace = whyNot('strace', ['-qq', '-e', 'inject=close:delay_enter=1', 'true']);
const withoutMounts = whyNot('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']);

/** The calls that a change and a fold are made of, as the kernel sees them. */
const CALLS = ['write', 'fdatasync', 'fsync', 'rename', 'ftruncate', 'openat', 'unlink'];
const INJECTIONS = ['error=EIO', 'error=ENOSPC', 'signal=SIGKILL'];

describe('strace', () => {
  const title = withoutStrace === null ? '' : ` (skipped: ${withoutStrace})`;
  it.skipIf(withoutStrace !== null)(
    `injects errors and kills at exact calls of the system${title}`,
    async () => {
      // A journal that is there already: what is injected hits changes and folds.
      const original = newFolder();
      await run('script', original).end();
      const before = stateOf((await readFolder(original)).tables);
      let injected = 0;
      const numbers = isLong ? Array.from({ length: 12 }, (_, index) => index + 1) : [1, 4];
      for (const call of isLong ? CALLS : ['fdatasync', 'rename', 'write']) {
        for (const injection of isLong ? INJECTIONS : ['error=EIO', 'signal=SIGKILL']) {
          for (const when of numbers) {
            const folder = newFolder();
            cpSync(original, folder, { recursive: true });
            const rule = `inject=${call}:${injection}:when=${when}`;
            const program = straced(rule, folder);
            await program.end();
            const where = `${rule}: ${program.text.slice(-2_000)}`;
            if (!program.said.some(({ kind }) => kind === 'open')) continue;
            await expectKept(folder, before, program.said, where);
            injected += 1;
          }
        }
      }
      expect(injected).toBeGreaterThan(0);
      report('faults injected by strace', injected);
    },
  );
});

/** Only calls about the journal's files are counted, and one thread makes them all. */
function straced(rule: string, folder: string): Program {
  const paths = [
    'changes.ndjson',
    'people.json',
    'journal.json',
    'entries/2024.json',
    'entries/2025.json',
    'entries/2026.json',
    '',
  ];
  const only = paths.flatMap((path) => ['-P', join(folder, path)]);
  const args = [
    '-f',
    '-qq',
    '-o',
    '/dev/null',
    ...only,
    '-e',
    rule,
    process.execPath,
    writer,
    'script',
    folder,
  ];
  return new Program('strace', args, { UV_THREADPOOL_SIZE: '1' });
}

describe('a full disk', () => {
  const title = withoutMounts === null ? '' : ` (skipped: ${withoutMounts})`;
  it.skipIf(withoutMounts !== null)(
    `of 1 MiB: refused and told, nothing lost, and on it goes with room${title}`,
    async () => {
      const [disk, copy] = [newFolder(), newFolder()];
      const folder = join(disk, 'journal');
      const filler = join(disk, 'filler');
      // A mount of its own, gone with the program; what is on it is copied out at the end.
      const script = [
        'set -e',
        `mount -t tmpfs -o size=1m tmpfs ${disk}`,
        `mkdir ${folder}`,
        `dd if=/dev/zero of=${filler} bs=1k count=600 status=none`,
        `${process.execPath} ${writer} fill ${folder} ${filler}`,
        `cp -R ${folder}/. ${copy}`,
      ].join('\n');
      const program = new Program('unshare', ['-m', 'sh', '-c', script]);
      const code = await program.end();
      expect(code, program.text.slice(-2_000)).toBe(0);
      await expectKept(copy, new Map(), program.said, program.text.slice(-2_000));
      const refusals = program.said.flatMap((one) => (one.kind === 'refused' ? [one.failure.kind] : []));
      expect(new Set(refusals)).toEqual(new Set(['diskFull']));
      expect(program.said.filter(({ kind }) => kind === 'full')).toMatchObject([
        { status: 'notSaved' },
        { folded: 'folded', status: 'saved' },
      ]);
      report('changes refused by a full disk', refusals.length);
    },
  );
});

describe('two writers', () => {
  it('the second is refused; when the first is killed it gets in', async () => {
    const folder = newFolder();
    const holder = run('hold', folder);
    await holder.until('open');
    const second = run('hold', folder);
    expect(await second.end()).not.toBe(0);
    expect(second.said).toMatchObject([{ kind: 'refused', failure: { kind: 'locked', folder } }]);
    await holder.kill();
    const last = run('hold', folder);
    await last.until('open');
    expect(last.said).toEqual([{ kind: 'open', findings: [] }]);
    await last.kill();
  });

  it('of 6 that start at once on one folder, one gets in', async () => {
    const folder = newFolder();
    await run('script', folder).end();
    for (let round = 0; round < STARTS_AT_ONCE; round++) {
      const stale = run('hold', folder);
      await stale.until('open');
      await stale.kill();
      expect(existsSync(join(folder, '.lock'))).toBe(true);
      const programs = Array.from({ length: 6 }, () => run('hold', folder));
      const firstWord = (program: Program) => Promise.race([program.until('open'), program.until('refused')]);
      await Promise.all(programs.map(firstWord));
      const opened = programs.filter(({ said }) => said.some(({ kind }) => kind === 'open'));
      await Promise.all(programs.map((program) => program.kill()));
      expect(opened, `round ${round}`).toHaveLength(1);
    }
    report('times six programs started at once', STARTS_AT_ONCE);
  });
});
