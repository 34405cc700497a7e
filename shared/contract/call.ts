import type { z } from 'zod';

/**
 * One call between the processes. Inputs are parsed on arrival, before anything is done with them; outputs are what our
 * own code computed, and their schema is checked in development and in every test.
 */
export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  input: I;
  output: O;
}

export function call<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<I, O> {
  return { input, output };
}
