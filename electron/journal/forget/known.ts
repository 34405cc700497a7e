import { forgottenOn, withoutForgotten } from '../../../shared/forget/forgotten';
import { identifiersOf } from '../../../shared/forget/identifiers';
import type { Person } from '../../../shared/model/person';
import { FailureError } from '../files/failure-error';
import type { JournalStore } from '../journal-store';
import { hashIdentifier } from './hash';

type Known = Pick<Person, 'name' | 'channels'>;

/**
 * Stops somebody whom the user had forgotten from coming back unasked: throws `forgottenBefore`. `welcome`: the user was
 * asked; from then on nobody is reminded of it any more. `former` is what they were called until now: that is no news.
 */
export function askBeforeReturn(store: JournalStore, person: Known, welcome: boolean, former?: Known): void {
  if (store.forgotten.length === 0) return;
  const old = new Set(former ? identifiersOf(former) : []);
  const identifiers = identifiersOf(person).filter((identifier) => !old.has(identifier));
  const on = forgottenOn(store.forgotten, identifiers, hashIdentifier);
  if (on === null) return;
  if (!welcome) throw new FailureError({ kind: 'forgottenBefore', name: person.name, on });
  store.remember(withoutForgotten(store.forgotten, identifiers, hashIdentifier));
}
