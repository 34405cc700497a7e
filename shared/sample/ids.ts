import type { Id, Instant } from '../model/primitives';
import { epochMs } from '../model/time';
import { randomFrom } from './random';

/** A UUID v7 of that moment whose random part depends only on `key`. */
export function sampleId(key: string, at: Instant): Id {
  const random = randomFrom(`id ${key}`);
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => random.int(0, 15).toString(16)).join('');
  const time = epochMs(at).toString(16).padStart(12, '0');
  const variant = (8 + random.int(0, 3)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
}
