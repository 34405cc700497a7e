import { z } from 'zod';
import type { Failure } from '../../shared/errors';
import type { RecordChange } from '../../shared/model/record';
import { applyTo, type State } from './state';

/** What the program that is killed says. */
export type Said =
  | { kind: 'open'; findings: string[] }
  | { kind: 'trying'; changes: RecordChange[] }
  | { kind: 'acknowledged' }
  | { kind: 'refused'; failure: Failure }
  | { kind: 'full'; folded: string; status: string };

const Line = z.object({ kind: z.string() });

/** Every whole line of what it said. The last may be cut short: it was killed. */
export function parseSaid(output: string): Said[] {
  return output.split('\n').flatMap((line) => {
    try {
      const value: unknown = JSON.parse(line);
      // Our own program wrote it; the shape of a change is the journal's own.
      return Line.safeParse(value).success ? [value as Said] : [];
    } catch {
      return [];
    }
  });
}

export interface Expected {
  /** With all that was acknowledged. */
  acknowledged: State;
  /** The same with the change that was under way at the end, when there was one. */
  orWithLast: State;
  acknowledgements: number;
}

/** What must be in the journal after what was said, `before` being what was in it. */
export function expectedAfter(before: State, said: readonly Said[]): Expected {
  let acknowledged = before;
  let trying: RecordChange[] = [];
  let acknowledgements = 0;
  for (const one of said) {
    if (one.kind === 'trying') trying = one.changes;
    if (one.kind === 'acknowledged') acknowledged = applyTo(acknowledged, trying);
    if (one.kind === 'acknowledged') acknowledgements += 1;
    if (one.kind === 'acknowledged' || one.kind === 'refused') trying = [];
  }
  return { acknowledged, orWithLast: applyTo(acknowledged, trying), acknowledgements };
}
