/** Fewer than these are deleted by hand. */
const FEW_RECORDS = 20;

/** Whether so much is gone that it looks like a mistake: more than half, and not just a few records. */
export function isMuchSmaller(before: number, after: number): boolean {
  return before - after >= FEW_RECORDS && after < before / 2;
}
