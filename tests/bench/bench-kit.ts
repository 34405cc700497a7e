import { performance } from 'node:perf_hooks';

/** One figure of the benchmark: always a ratio or a time with the limit it is held against. */
export interface Figure {
  name: string;
  /** What was measured, in words with units. */
  detail: string;
  value: number;
  unit: 'times' | 'ms';
  limit: { kind: 'atMost' | 'atLeast'; value: number };
}

export async function timeMs(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs the work some times, in turn with the others of the group, so that a slow moment of the machine meets all alike. */
export async function interleaved(rounds: number, works: (() => unknown)[]): Promise<number[][]> {
  const times: number[][] = works.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, work] of works.entries()) times[index]?.push(await timeMs(work));
  }
  return times;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

export function isWithin({ value, limit }: Figure): boolean {
  return limit.kind === 'atMost' ? value <= limit.value : value >= limit.value;
}

export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(3) : value.toFixed(0)} ms`;
}

export function printFigure(figure: Figure): void {
  const sign = figure.limit.kind === 'atMost' ? '≤' : '≥';
  const value = figure.unit === 'ms' ? ms(figure.value) : `${figure.value.toFixed(2)} times`;
  const limit = figure.unit === 'ms' ? `${figure.limit.value} ms` : `${figure.limit.value} times`;
  console.log(
    `${isWithin(figure) ? 'ok  ' : 'OVER'}  ${figure.name}: ${value} (${sign} ${limit})\n      ${figure.detail}`,
  );
}
