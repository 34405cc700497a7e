import { appendFileSync } from 'node:fs';

/** Counts of what was done to journals, for the report at the end of a long run. */
export function report(what: string, count: number): void {
  const file = process.env['RAPPORT_FAULTS_REPORT'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ what, count })}\n`);
}
