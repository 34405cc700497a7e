/** Fewer than these are deleted by hand. */
const FEW_RECORDS = 20;

/** Whether so much is gone that it looks like a mistake: all of it, or more than half and not just a few records. */
export function isMuchSmaller(before: number, after: number): boolean {
  if (after === 0 && before > 0) return true;
  return before - after >= FEW_RECORDS && after < before / 2;
}
