/**
 * Runs a script of this folder: its exit code becomes the process's; an expected failure is shown as
 * its message. `DEBUG` shows the stack as well.
 */
export async function main(script: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await script();
  } catch (error) {
    const detail = error instanceof Error && process.env['DEBUG'] ? error.stack : undefined;
    process.stderr.write(`${detail ?? (error instanceof Error ? error.message : String(error))}\n`);
    process.exitCode = 1;
  }
}
