/** The two lines of the stage chart: the evidence, and my own read (INSIGHTS, "Stage": the history). */
import type { CalendarDate } from '../model/primitives';
import { perSlice } from './per-slice';
import { evidenceOn, passThrough } from './stage-engine';
import type { StageState } from './stage-engine';
import type { EvidenceStage, PersonSlice, StageHistory } from './types';

/**
 * The days on which each line changes, oldest first, up to `asOf`. A point holds the stage at the end of its day, which is
 * the one that `assessStage` gives then; its cause is what brought the line there last on that day. A day is the one on
 * which the causing entry took place, in its own offset. Before the first point the evidence is none and there is no read.
 */
export const stageHistory = perSlice((slice: PersonSlice, asOf): StageHistory => {
  const evidence = new SteppedLine<StageHistory['evidence'][number]>('none');
  const read = new SteppedLine<StageHistory['read'][number]>(null);
  passThrough(slice, asOf, (on, cause, state) => {
    evidence.reaches({ on, stage: evidenceOn(state, on).evidence, cause });
    const reading = readPoint(on, state);
    if (reading) read.reaches(reading);
  });
  return { evidence: evidence.points, read: read.points };
});

function readPoint(on: CalendarDate, { read }: StageState): StageHistory['read'][number] | null {
  return read?.stageRead === undefined ? null : { on, stage: read.stageRead, interactionId: read.id };
}

/** Collects the days on which a value is another at the end than it was at the end of the day before. */
class SteppedLine<Point extends { on: CalendarDate; stage: EvidenceStage }> {
  readonly points: Point[] = [];
  readonly #before: EvidenceStage | null;

  constructor(before: EvidenceStage | null) {
    this.#before = before;
  }

  reaches(point: Point): void {
    if (point.stage === this.#stage) return;
    if (this.points.at(-1)?.on === point.on) this.points.pop();
    if (point.stage !== this.#stage) this.points.push(point);
  }

  get #stage(): EvidenceStage | null {
    return this.points.at(-1)?.stage ?? this.#before;
  }
}
