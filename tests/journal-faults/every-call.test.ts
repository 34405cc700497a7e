import { describe, expect, it } from 'vitest';
import { JournalStore } from '../../electron/journal/journal-store';
import { report } from './figures';
import { type FaultAction, type Kept, keptAfterPowerCut, MemoryFs } from './memory-fs';
import { openAfter, Session, sessionOptions } from './session';
import { asText, type State, stateOf } from './state';

/** In the long run every kind of error at every call; otherwise they take turns. */
const isLong = process.env['RAPPORT_FAULTS'] === 'long';
const CODES = ['EIO', 'ENOSPC', 'EACCES', 'EROFS'];
const NOTHING = '(no journal)';

/** The session without a fault: how many calls it makes, and the states it goes through. */
async function soundSession(): Promise<{ calls: number; states: string[] }> {
  const fs = new MemoryFs();
  const session = new Session(fs);
  await session.play();
  return { calls: fs.calls, states: textsOf(session.acknowledged) };
}

const sound = await soundSession();
const everyCall = Array.from({ length: sound.calls }, (_, index) => index + 1);

describe(`each of the ${sound.calls} calls of a session`, () => {
  it('is one of a session that has everything in it', () => {
    expect(sound.calls).toBeGreaterThan(200);
    expect(sound.states).toHaveLength(18);
  });

  it('may be the last before the power goes: everything acknowledged is there, and nothing half', async () => {
    const problems: string[] = [];
    let cuts = 0;
    for (const number of everyCall) {
      const fs = new MemoryFs();
      fs.fault = (call) => (call.number === number ? { kind: 'powerCut' } : null);
      const session = new Session(fs);
      await session.play(() => fs.calls >= number);
      for (const kept of isLong ? keptAfterPowerCut : someKept(number)) {
        cuts += 1;
        const found = await reopened(fs.restart(kept), session.folder);
        const wrong =
          findDifference(found.state, beforeOrAfter(session)) ?? found.problem ?? alarms(found.notices, kept);
        if (wrong !== null) problems.push(`${kept} kept, at ${fs.trace.at(-1)}: ${wrong}`);
      }
    }
    report('power cuts', cuts);
    expect(problems).toEqual([]);
  });

  it('may fail: what was refused is not there, what was acknowledged is', async () => {
    const problems: string[] = [];
    let faults = 0;
    for (const number of everyCall) {
      const codes = isLong ? CODES : [CODES[number % CODES.length] ?? 'EIO'];
      const actions: FaultAction[] = [
        ...codes.map((code): FaultAction => ({ kind: 'error', code })),
        { kind: 'torn', code: 'ENOSPC' },
        { kind: 'short' },
      ];
      for (const action of actions) {
        const { fs, session } = await playWith(action, (call) => call === number);
        const found = await reopened(fs, session.folder);
        const wrong =
          findDifference(found.state, [textsOf(session.acknowledged).at(-1) ?? NOTHING]) ?? found.problem;
        if (wrong !== null) problems.push(`${JSON.stringify(action)} at ${fs.trace[number - 1]}: ${wrong}`);
        faults += 1;
      }
    }
    report('errors and short writes at one call', faults);
    expect(problems).toEqual([]);
  });

  it('may be the first of a disk that is gone for good', async () => {
    const problems: string[] = [];
    let faults = 0;
    for (const number of everyCall) {
      for (const code of isLong ? ['EIO', 'ENOSPC'] : ['EIO']) {
        const { fs, session } = await playWith({ kind: 'error', code }, (call) => call >= number);
        const found = await reopened(fs, session.folder);
        const wrong = findDifference(found.state, beforeOrAfter(session)) ?? found.problem;
        if (wrong !== null) problems.push(`${code} from ${fs.trace[number - 1]} on: ${wrong}`);
        faults += 1;
      }
    }
    report('disks gone for good', faults);
    expect(problems).toEqual([]);
  });
});

/** All and nothing, and one of the others in turn. */
function someKept(number: number): Kept[] {
  const others = keptAfterPowerCut.slice(2);
  return ['everything', 'nothing', others[number % others.length] ?? 'zeros'];
}

async function playWith(action: FaultAction, isHit: (call: number) => boolean) {
  const fs = new MemoryFs();
  fs.fault = ({ number }) => (isHit(number) ? action : null);
  const session = new Session(fs);
  await session.play();
  fs.fault = null;
  await session.close();
  return { fs, session };
}

interface Reopened {
  state: string;
  notices: string[];
  problem: string | null;
}

/** The journal as the next start finds it, on a disk that works again; where there is none, one can be begun. */
async function reopened(fs: MemoryFs, folder: string): Promise<Reopened> {
  const opened = await openAfter(sessionOptions(fs, folder));
  if (!opened.ok) {
    const begun = await JournalStore.create(sessionOptions(fs, folder));
    const problem = begun.ok ? null : `${opened.failure.kind}, and beginning anew: ${begun.failure.kind}`;
    return { state: NOTHING, notices: [], problem };
  }
  const state = asText(stateOf(opened.value.tables));
  const notices = opened.value.notices.map(({ kind }) => kind);
  const closed = await opened.value.close();
  const again = await openAfter(sessionOptions(fs, folder));
  const same = closed.ok && again.ok && asText(stateOf(again.value.tables)) === state;
  return { state, notices, problem: same ? null : 'another journal at the start after that' };
}

/** What was acknowledged, or that and the one change that was under way. */
function beforeOrAfter({ acknowledged }: Session): string[] {
  const count = acknowledged.length;
  return [sound.states[count - 1] ?? NOTHING, sound.states[count] ?? NOTHING];
}

function findDifference(found: string, allowed: readonly string[]): string | null {
  if (allowed.includes(found)) return null;
  const reached = sound.states.indexOf(found);
  if (found === NOTHING) return 'no journal';
  return reached < 0 ? 'a journal that never was' : `the journal as it was after change ${reached}`;
}

/** A power cut may cost the change that was being written, and that is told. It never damages a file. */
function alarms(notices: readonly string[], kept: Kept): string | null {
  const torn = kept === 'everything' || kept === 'zeros' || kept === 'halves';
  const found = notices.filter((kind) => !(torn && kind === 'tornLogLine'));
  return found.length === 0 ? null : `told of ${found.join(', ')}`;
}

function textsOf(states: readonly State[]): string[] {
  return states.map(asText);
}
