import { useCallback, useMemo } from 'react';
import type { z } from 'zod';
import { useView } from '../api/place';

/**
 * A view's state (filters, sorting, an open tab) that is there again after a restart. What was stored is parsed: when
 * it does not fit `schema` any more, the view starts from `initial`. `schema` and `initial` must be stable.
 */
export function useViewState<T>(key: string, schema: z.ZodType<T>, initial: T) {
  const read = useCallback(
    (stored: unknown): T => {
      const parsed = schema.safeParse(stored);
      return parsed.success ? parsed.data : initial;
    },
    [schema, initial],
  );
  const [value, set] = useView(key, read);
  const change = useMemo(
    () => ({
      set,
      patch: (part: Partial<T>) => set({ ...value, ...part }),
      reset: () => set(initial),
    }),
    [set, value, initial],
  );
  return [value, change.set, change] as const;
}
