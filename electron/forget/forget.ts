import type { ForgetPreview } from '../../shared/contract/forget';
import { foldText } from '../../shared/fold-text';
import type { Person } from '../../shared/model/person';
import type { Id } from '../../shared/model/primitives';
import { failureOf } from '../journal/files/failure-of';
import { FailureError } from '../journal/files/failure-error';
import { Preparation } from '../journal/files/pending';
import type { Handlers } from '../journal/calls/handling';
import type { Journal } from '../journal/journal';
import { type JournalStore, valueOrThrow } from '../journal/journal-store';
import { holdsThem } from './forget-files';
import {
  type ForgetPlaces,
  forgettingOf,
  previewOf,
  reachableBackups,
  setAsideFiles,
  versionsOfPerson,
} from './plan';
import { prepareForgetting, readDrafts } from './prepare';
import { titlesOf } from './titles';

export function forgetHandlers(journal: Journal, places: () => ForgetPlaces): Handlers<'forget'> {
  return { 'forget.preview': ({ id }) => previewForgetting(journal, id, places()) };
}

/** What forgetting somebody would take along. Changes nothing. Throws a `FailureError`. */
async function previewForgetting(journal: Journal, id: Id, places: ForgetPlaces): Promise<ForgetPreview> {
  const person = requirePerson(journal, id);
  return orFailure(places.journal, async () => {
    const { found, unreachable } = await reachableBackups(places);
    const versions = await versionsOfPerson(person, places, found);
    const forgetting = forgettingOf(journal.tables, id, versions);
    const drafts = titlesOf(await readDrafts(places), (text) => holdsThem(text, forgetting));
    const setAside = (await setAsideFiles(places)).length;
    const canOpen = places.passphrase !== null;
    return previewOf(journal.tables, person, forgetting, {
      backups: found,
      canOpen,
      unreachable,
      setAside,
      drafts,
    });
  });
}

/**
 * Makes ready that nothing of somebody is left in any file, and decides on it in one step. What was decided is done when
 * the journal is opened next, which the caller does at once. Throws a `FailureError`: then nothing was changed.
 */
export async function decideToForget(
  journal: Journal,
  { id, name }: { id: Id; name: string },
  places: ForgetPlaces,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const person = requirePerson(journal, id);
  if (sameName(name) !== sameName(person.name)) {
    throw new FailureError({
      kind: 'invalidInput',
      fields: { name: `This is not the name as it is written here: ${person.name}` },
    });
  }
  await emptyLog(journal.store);
  const preparation = new Preparation(places.fs, places.journal);
  await orFailure(places.journal, async () => {
    try {
      const { found: backups } = await reachableBackups(places);
      const versions = await versionsOfPerson(person, places, backups);
      const forgetting = forgettingOf(journal.tables, id, versions);
      const today = journal.today();
      const task = { versions, today, forgetting, places, backups, preparation, onProgress };
      await prepareForgetting(journal.store, task);
      await preparation.commit();
    } catch (error) {
      await preparation.abandon();
      throw error;
    }
  });
}

/** Everything into the volumes and the history, so that those are all there is. */
async function emptyLog(store: JournalStore): Promise<void> {
  do valueOrThrow(await store.fold());
  while (store.unfoldedBytes > 0);
}

function requirePerson({ tables }: Journal, id: Id): Person {
  const person = tables.get('person', id);
  if (!person) throw new FailureError({ kind: 'notFound', what: 'person' });
  return person;
}

function sameName(name: string): string {
  return foldText(name.trim()).replace(/\s+/g, ' ');
}

async function orFailure<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new FailureError(failureOf(error, path));
  }
}
