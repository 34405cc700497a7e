import { z } from 'zod';
import { Forgotten } from '../../../shared/forget/forgotten';

/** Whom the user had forgotten, as journal.json says it. A list that was edited into nonsense counts for nobody. */
export function forgottenOfHeader(header: Record<string, unknown>): Forgotten {
  const parsed = z.object({ people: Forgotten }).safeParse(header['forgotten']);
  return parsed.success ? parsed.data.people : [];
}
