import { builtInQuestions } from '../../../shared/model/question-bank';
import type { RecordChange } from '../../../shared/model/record';
import { revClock } from '../../../shared/model/rev';
import { dateOf, localInstant } from '../../../shared/model/time';
import { sampleJournal } from '../../../shared/sample/sample';
import type { Result } from '../../../shared/result';
import { changeOf } from '../changes/edit';
import { checkExistingFolder } from '../files/journal-folder';
import { JournalStore } from '../journal-store';
import type { StoreOptions } from '../store-options';

/** An empty journal that has the question bank. */
export function createJournal(options: StoreOptions): Promise<Result<JournalStore>> {
  const now = options.now();
  const rev = revClock(options.newId(), '').next(now.getTime());
  const questions = builtInQuestions({ now: localInstant(now), rev });
  const changes = questions.map((question) => changeOf('question', undefined, question));
  return JournalStore.create(options, { sample: false, changes });
}

/** The sample journal: opened when it is there, made as of today when it is not. */
export async function openSample(options: StoreOptions): Promise<Result<JournalStore>> {
  const there = await checkExistingFolder(options.fs, options.folder);
  if (there.ok) return JournalStore.open(options);
  return JournalStore.create(options, { sample: true, changes: sampleChanges(options.now()) });
}

function sampleChanges(now: Date): RecordChange[] {
  const instant = localInstant(now);
  const sample = sampleJournal({ today: dateOf(instant), offset: instant.slice(19) });
  return [
    ...sample.people.map((record) => changeOf('person', undefined, record)),
    ...sample.interactions.map((record) => changeOf('interaction', undefined, record)),
    ...sample.promises.map((record) => changeOf('promise', undefined, record)),
    ...sample.gatherings.map((record) => changeOf('gathering', undefined, record)),
    ...sample.circles.map((record) => changeOf('circle', undefined, record)),
    ...sample.introductions.map((record) => changeOf('introduction', undefined, record)),
    ...sample.seasons.map((record) => changeOf('season', undefined, record)),
    ...sample.timeLogs.map((record) => changeOf('timeLog', undefined, record)),
    ...sample.questions.map((record) => changeOf('question', undefined, record)),
  ];
}
