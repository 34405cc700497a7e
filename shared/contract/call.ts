import type { z } from 'zod';

/**
 * One call between the processes. `journal` calls run in the thread that holds the journal, `app` calls in the main
 * process (windows, dialogs, settings). Inputs are parsed on arrival; outputs are what our own code computed, and their
 * schema is checked in development and in every test.
 */
export interface Call<
  Place extends 'journal' | 'app' = 'journal' | 'app',
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  runsIn: Place;
  input: I;
  output: O;
}

export function journalCall<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): Call<'journal', I, O> {
  return { runsIn: 'journal', input, output };
}

export function appCall<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<'app', I, O> {
  return { runsIn: 'app', input, output };
}
