import { z } from 'zod';

/** What an insight returned: computed by our own pure functions, so the type is enough and nothing is parsed again. */
export function insight<T>() {
  return z.custom<T>((value) => typeof value === 'object' && value !== null);
}
