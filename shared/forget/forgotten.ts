import { z } from 'zod';
import { CalendarDate } from '../model/primitives';

/**
 * Whom the user had forgotten, so that they do not come back unasked: hashes only, salted for each journal. A hash hides a
 * name from whoever looks into the file and from a search; it cannot hide it from somebody who tries names one by one.
 */
export const Forgotten = z.array(
  z.object({ on: CalendarDate, salt: z.string().min(1), hashes: z.array(z.string()) }),
);
export type Forgotten = z.infer<typeof Forgotten>;

/** Hashes one identifier with a salt. */
export type HashIdentifier = (salt: string, identifier: string) => string;

/** When somebody with one of these identifiers was forgotten; null when nobody was. */
export function forgottenOn(
  forgotten: Forgotten,
  identifiers: readonly string[],
  hash: HashIdentifier,
): CalendarDate | null {
  return forgotten.find((person) => isThem(person, identifiers, hash))?.on ?? null;
}

/** With one more person remembered as forgotten. `salt` is taken when there is none yet. */
export function withForgotten(
  forgotten: Forgotten,
  identifiers: readonly string[],
  { on, salt, hash }: { on: CalendarDate; salt: string; hash: HashIdentifier },
): Forgotten {
  const own = forgotten[0]?.salt ?? salt;
  return [...forgotten, { on, salt: own, hashes: identifiers.map((identifier) => hash(own, identifier)) }];
}

/** Without whoever has one of these identifiers: the user brought them back. */
export function withoutForgotten(
  forgotten: Forgotten,
  identifiers: readonly string[],
  hash: HashIdentifier,
): Forgotten {
  return forgotten.filter((person) => !isThem(person, identifiers, hash));
}

function isThem(
  { salt, hashes }: Forgotten[number],
  identifiers: readonly string[],
  hash: HashIdentifier,
): boolean {
  return identifiers.some((identifier) => hashes.includes(hash(salt, identifier)));
}
