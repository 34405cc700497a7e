/** Long enough for a page to be loaded and its first rows to be read and measured. */
const SETTLE_MS = 1_500;

/** Tries with each frame until `attempt` is through with it, for as long as a page takes to settle. Answers how to stop. */
export function eachFrame(attempt: () => boolean): () => void {
  const until = performance.now() + SETTLE_MS;
  let frame = 0;
  const again = () => {
    if (!attempt() && performance.now() < until) frame = requestAnimationFrame(again);
  };
  frame = requestAnimationFrame(again);
  return () => cancelAnimationFrame(frame);
}
