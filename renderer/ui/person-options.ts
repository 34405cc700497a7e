import type { PersonName } from '../../shared/contract/common';

/** A name has at most this many characters; so says the model. */
export const MAX_NAME_LENGTH = 300;

/** A person chosen in a form: one of the journal by id, or a new one by its key in this save, `new:1`. */
export interface PickedPerson {
  key: string;
  name: string;
}

export type PersonOption =
  | { kind: 'known'; key: string; name: string; organisation: string | undefined }
  | { kind: 'new'; name: string; another: boolean };

export function isNewPerson(key: string): boolean {
  return key.startsWith('new:');
}

/** The next free key among those in use. */
export function nextNewKey(inUse: Iterable<string>): string {
  let last = 0;
  for (const key of inUse) if (isNewPerson(key)) last = Math.max(last, Number(key.slice(4)));
  return `new:${last + 1}`;
}

/**
 * What to offer for a typed name, the one that Enter takes first: somebody whose name goes on as typed ("may ok" for Maya
 * Okonjo) comes before a new person; somebody who is only alike ("Ada Byron" for "Ada Byrne") comes after it.
 */
export function personOptions(
  typed: string,
  found: readonly PersonName[],
  newHere: readonly PickedPerson[],
): PersonOption[] {
  const name = typed.trim().replace(/\s+/g, ' ');
  const known: PersonOption[] = [
    ...newHere
      .filter((person) => name !== '' && continues(name, person.name))
      .map((person) => ({ kind: 'known' as const, ...person, organisation: undefined })),
    ...found.map((person) => ({
      kind: 'known' as const,
      key: person.id,
      name: person.name,
      organisation: person.organisation,
    })),
  ];
  if (name === '' || name.length > MAX_NAME_LENGTH) return known;
  const another = known.some((option) => fold(option.name) === fold(name));
  const fresh: PersonOption = { kind: 'new', name, another };
  const sure = known.filter((option) => continues(name, option.name));
  const alike = known.filter((option) => !continues(name, option.name));
  return [...sure, fresh, ...alike];
}

/** Every typed word begins a word of the name. */
export function continues(typed: string, name: string): boolean {
  const words = fold(name).split(/[\s\-'’.]+/);
  return fold(typed)
    .split(/[\s\-'’.]+/)
    .filter((part) => part !== '')
    .every((part) => words.some((word) => word.startsWith(part)));
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
}
