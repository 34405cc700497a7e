import { isDeepStrictEqual } from 'node:util';
import type { ParsedInput } from '../../shared/contract/contract';
import type { ForgetPreview, ForgetTold } from '../../shared/contract/forget';
import { foldText } from '../../shared/fold-text';
import type { Person } from '../../shared/model/person';
import type { Id } from '../../shared/model/primitives';
import { failureOf } from '../journal/files/failure-of';
import { FailureError } from '../journal/files/failure-error';
import { finishForgetting, Preparation } from '../journal/files/pending';
import { readPending } from '../journal/files/pending-list';
import type { Handlers } from '../journal/calls/handling';
import type { Journal } from '../journal/journal';
import { valueOrThrow } from '../journal/journal-store';
import { throwIfAborted, type Watch } from '../journal/watch';
import { type Examined, examineBackups, reachableBackups } from './backups';
import { holdsThem } from './forget-files';
import type { ForgetPlaces } from './places';
import { forgettingOf, previewOf, setAsideFiles, versionsOfPerson } from './plan';
import { prepareForgetting, readDrafts } from './prepare';
import { titlesOf } from './titles';

/** So often it is begun anew when something else writes the journal's files or makes backups meanwhile. */
const ATTEMPTS = 3;
/** A backup is read, written and read again; reading it to see what is in it counts as 1. */
const EFFORT_OF_WRITING = 3;

export function forgetHandlers(
  journal: Journal,
  places: () => ForgetPlaces,
  inTurn: <T>(work: (watch: Watch) => Promise<T>) => Promise<T>,
): Handlers<'forget'> {
  return {
    'forget.preview': ({ id }) => inTurn((watch) => previewForgetting(journal, id, places(), watch)),
  };
}

/** What forgetting somebody would take along. Changes nothing. Throws a `FailureError`. */
async function previewForgetting(
  journal: Journal,
  id: Id,
  places: ForgetPlaces,
  watch: Watch,
): Promise<ForgetPreview> {
  const person = requirePerson(journal, id);
  return orFailure(places.journal, async () => {
    const waiting = (await readPending(places.fs, places.journal, 'forgetting')) ?? [];
    const preparation = new Preparation(places.fs, places.journal, 'forgetting', waiting);
    const { found, unreachable } = await reachableBackups(places);
    const whose = { personId: id, journalId: journal.store.journalId };
    const backups = await examineBackups(found, whose, places, preparation, watch);
    const forgetting = forgettingOf(journal.tables, id, await versionsOfPerson(person, places, backups));
    const drafts = titlesOf(await readDrafts(places), (text) => holdsThem(text, forgetting));
    const setAside = (await setAsideFiles(places)).length;
    return previewOf(journal.tables, person, forgetting, { backups, unreachable, setAside, drafts });
  });
}

interface Task {
  id: Id;
  told: ForgetTold;
  places: ForgetPlaces;
  watch: Watch;
}

/**
 * Makes ready that nothing of somebody is left in any file, and decides on it in one step. What was decided is done when
 * the journal is opened next, which the caller does at once. Throws a `FailureError`: then nothing was changed, and the
 * journal goes on; unless its store was handed over: then the disk failed so that it is not known, and it must be closed.
 */
export async function decideToForget(
  journal: Journal,
  { id, name, ...told }: ParsedInput<'forget.person'>,
  places: ForgetPlaces,
  watch: Watch,
): Promise<void> {
  const person = requirePerson(journal, id);
  if (sameName(name) !== sameName(person.name)) {
    throw new FailureError({
      kind: 'invalidInput',
      fields: { name: `This is not the name as it is written here: ${person.name}` },
    });
  }
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (await tryToDecide(journal, { id, told, places, watch })) return;
  }
  throw new FailureError({ kind: 'changedMeanwhile', what: 'journal' });
}

/** False, and nothing was changed, when something else changed files meanwhile. */
async function tryToDecide(journal: Journal, task: Task): Promise<boolean> {
  const { fs, journal: folder } = task.places;
  const failures: unknown[] = [];
  const handedOver = await journal.store.handOver(async (isUntouched) => {
    let preparation: Preparation | null = null;
    try {
      // What can be done by now of an earlier time needs not wait any more; the rest goes on waiting.
      preparation = new Preparation(fs, folder, 'forgetting', await finishForgetting(fs, folder));
      const seen = await prepare(journal, task, preparation);
      throwIfAborted(task.watch.signal);
      const decided = (await isUntouched()) && isDeepStrictEqual(seen, await othersFiles(task.places));
      if (decided) await preparation.commit();
      else await preparation.abandon();
      return decided;
    } catch (error) {
      failures.push(error);
      return preparation !== null && !(await isTakenBack(preparation));
    }
  });
  valueOrThrow(handedOver);
  if (failures.length > 0) throw new FailureError(failureOf(failures[0], folder));
  return journal.store.isHandedOver;
}

async function prepare(journal: Journal, task: Task, preparation: Preparation): Promise<OthersFiles> {
  const { id, told, places, watch } = task;
  const { store, tables, now } = journal;
  const person = requirePerson(journal, id);
  const seen = await othersFiles(places);
  const { found, unreachable } = await reachableBackups(places);
  requireReached(unreachable, told);
  const backups = await examineBackups(
    found,
    { personId: id, journalId: store.journalId },
    places,
    preparation,
    part(watch, 0, 1),
  );
  requireTold(backups, told);
  const versions = await versionsOfPerson(person, places, backups);
  const forgetting = forgettingOf(tables, id, versions);
  const rest = part(watch, 1, EFFORT_OF_WRITING);
  await prepareForgetting(store, { versions, now, forgetting, places, backups, preparation, watch: rest });
  return seen;
}

/** The progress of a part, told as one of the whole: reading each backup is 1, writing it anew `EFFORT_OF_WRITING`. */
function part({ signal, onProgress }: Watch, before: number, effort: number): Watch {
  const whole = 1 + EFFORT_OF_WRITING;
  return {
    signal,
    onProgress: (done, total) => onProgress(before * total + effort * done, whole * total),
  };
}

/** A place that could be reached when the user was told of it keeps no name unseen because it cannot be just now. */
function requireReached(unreachable: readonly string[], told: ForgetTold): void {
  if (unreachable.every((folder) => told.unreachable.includes(folder))) return;
  throw new FailureError({ kind: 'changedMeanwhile', what: 'list of what is out of reach' });
}

/** A backup that could be read when the user was told of it is not deleted because it cannot be just now. */
function requireTold(backups: readonly Examined[], { deleted }: ForgetTold): void {
  const told = [...deleted];
  for (const { kind, backup } of backups) {
    if (kind !== 'unreadable') continue;
    const at = told.indexOf(backup.fileName);
    if (at < 0) throw new FailureError({ kind: 'changedMeanwhile', what: 'list of backups' });
    // Each stands for one file: the other place may have one of the same name.
    told.splice(at, 1);
  }
}

interface OthersFiles {
  backups: string[];
  setAside: string[];
}

/** What others may add while it is made ready: a backup of the command's, a file that was found changed. */
async function othersFiles(places: ForgetPlaces): Promise<OthersFiles> {
  const { found } = await reachableBackups(places);
  return { backups: found.map(({ path }) => path).sort(), setAside: (await setAsideFiles(places)).sort() };
}

/** Whether nothing of it can be done any more. What stays of its parts is swept away at the next opening. */
async function isTakenBack(preparation: Preparation): Promise<boolean> {
  try {
    await preparation.abandon();
    return true;
  } catch {
    // The error that matters is the one for which it was given up.
    return !preparation.mayBeDecided;
  }
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
