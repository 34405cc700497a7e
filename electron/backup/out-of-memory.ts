/** By Node for a buffer, and by zlib for its own tables. */
const CODES: ReadonlySet<unknown> = new Set(['ERR_MEMORY_ALLOCATION_FAILED', 'Z_MEM_ERROR']);

/** Whether something failed for want of memory, which says nothing about the file that was being read. */
export function isOutOfMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && CODES.has(error.code)) return true;
  return error instanceof RangeError && /allocation failed/i.test(error.message);
}
