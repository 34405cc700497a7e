import type { Interaction } from '../../../shared/model/interaction';
import { success } from '../../../shared/result';
import { deleteInteraction, entryLabel, saveDebrief, saveRounds } from '../changes/debrief';
import { deleteCircle, deleteGathering, saveCircle, saveGathering } from '../changes/gatherings';
import { deletePerson, deletionEffect, savePerson } from '../changes/people';
import { closePromise, deletePromise, savePromise } from '../changes/promises';
import { FailureError } from '../files/failure-error';
import { askBeforeReturn } from '../forget/known';
import type { Journal } from '../journal';
import { valueOrThrow } from '../journal-store';
import { introducedIn, type Tables } from '../tables/tables';
import type { JournalHandlers } from '../thread-protocol';
import { entryView, findEntries } from '../views/entries';
import { getCircle, getGathering, listCircles, listGatherings } from '../views/gatherings';
import { listPeople, listTags, suggestPeople } from '../views/people';
import { personCharts, personPage, personTimeline, requirePerson } from '../views/person';
import { getPromise, listPromises } from '../views/promises';
import { search } from '../views/search';
import { change, closingLabel, type Handlers, labelOf, only } from './handling';
import { insightHandlers } from './insight-handlers';
import { normHandlers } from './norm-handlers';
import { questionHandlers } from './question-handlers';
import { introductionHandlers } from './introduction-handlers';
import { meetingHandlers } from './meeting-handlers';
import { seasonHandlers } from './season-handlers';
import { todayHandlers } from './today-handlers';
import { searchWords } from '../../../shared/fold-text';

/** Everything the journal's thread answers about the open journal. What knows where files lie is apart. */
export function journalHandlers(
  journal: Journal,
): Omit<JournalHandlers, `${'backup' | 'check' | 'passphrase' | 'forget' | 'versions'}.${string}`> {
  return {
    ...historyHandlers(journal),
    ...peopleHandlers(journal),
    ...entryHandlers(journal),
    ...promiseHandlers(journal),
    ...gatheringHandlers(journal),
    ...questionHandlers(journal),
    ...normHandlers(journal),
    ...introductionHandlers(journal),
    ...meetingHandlers(journal),
    ...seasonHandlers(journal),
    ...todayHandlers(journal),
    ...insightHandlers(journal),
  };
}

function historyHandlers({ store }: Journal): Handlers<'history'> {
  return {
    'history.undo': async () => valueOrThrow(await store.undo()),
    'history.redo': async () => valueOrThrow(await store.redo()),
  };
}

function peopleHandlers(journal: Journal): Handlers<'people' | 'tags'> {
  const { tables } = journal;
  return {
    'people.list': (input) => listPeople(journal, input),
    'people.suggest': (input) => suggestPeople(journal, input),
    'people.names': ({ ids }) => ({ people: ids.map((id) => journal.personName(id)) }),
    'people.get': ({ id }) => requirePerson(journal, id),
    'people.page': (input) => personPage(journal, input),
    'people.charts': (input) => personCharts(journal, input),
    'people.timeline': (input) => personTimeline(journal, input),
    'people.deletionEffect': ({ id }) => deletionEffect(tables, id),
    'people.save': async (input) => {
      const former = input.editing ? tables.get('person', input.editing.id) : undefined;
      askBeforeReturn(journal.store, input.person, input.welcome === true, former);
      const label = labelOf(input.editing, input.person.name);
      const saved = await change(journal, label, (now, stamp) => savePerson(now, stamp, input));
      const { id, after } = only(saved);
      return { id, rev: after?.rev ?? '' };
    },
    'people.delete': async ({ id }) => {
      await change(journal, `deleting ${requirePerson(journal, id).name}`, (now, stamp) =>
        deletePerson(now, stamp, id),
      );
      return {};
    },
    'tags.list': () => listTags(journal),
  };
}

function entryHandlers(journal: Journal): Handlers<'interactions' | 'search'> {
  const { tables } = journal;
  return {
    'interactions.list': (input) => {
      const words = searchWords(input.text ?? '');
      const { total, shown } = findEntries(journal, input, input);
      return { total, offset: input.offset, rows: shown.map((entry) => entryView(journal, entry, words)) };
    },
    'interactions.get': ({ id }) => {
      const interaction = requireEntry(tables, id);
      return {
        interaction,
        promises: tables.promisesMadeIn(id),
        people: namedIn(interaction).map((personId) => journal.personName(personId)),
        gathering: journal.gatheringName(interaction.gatheringId),
      };
    },
    'interactions.save': async (debrief) => {
      for (const person of debrief.newPeople)
        askBeforeReturn(journal.store, person, debrief.welcome === true);
      const newNames = debrief.newPeople.map(({ name }) => name);
      const label = labelOf(debrief.editing, `the ${entryLabel(tables, debrief.interaction, newNames)}`);
      const saved = await change(journal, label, (now, stamp) => saveDebrief(now, stamp, debrief));
      const entry = saved.find((item) => item.type === 'interaction' && item.after);
      if (entry?.type !== 'interaction' || !entry.after)
        throw new Error('A debrief was saved without its entry.');
      return { id: entry.id, personIds: entry.after.participants.map(({ personId }) => personId) };
    },
    'interactions.saveRounds': async (input) => {
      for (const { newPeople, welcome } of input.rounds)
        for (const person of newPeople) askBeforeReturn(journal.store, person, welcome === true);
      let gatheringId = '';
      const saved = await change(journal, `adding ${input.rounds.length} rounds`, (now, stamp) => {
        const rounds = saveRounds(now, stamp, input);
        if (!rounds.ok) return rounds;
        gatheringId = rounds.value.gatheringId;
        return success(rounds.value.changes);
      });
      return { gatheringId, ids: saved.filter(({ type }) => type === 'interaction').map(({ id }) => id) };
    },
    'interactions.delete': async ({ id }) => {
      const label = `deleting the ${entryLabel(tables, requireEntry(tables, id))}`;
      await change(journal, label, (now) => deleteInteraction(now, id));
      return {};
    },
    'search.query': (input) => search(journal, input),
  };
}

function promiseHandlers(journal: Journal): Handlers<'promises'> {
  return {
    'promises.list': (input) => listPromises(journal, input),
    'promises.get': ({ id }) => getPromise(journal, id),
    'promises.save': async (input) => {
      const label = labelOf(input.editing, 'the promise');
      const saved = await change(journal, label, (now, stamp) => savePromise(now, stamp, input));
      return { id: only(saved).id };
    },
    'promises.close': async (input) => {
      await change(journal, closingLabel(input.status), (now, stamp) => closePromise(now, stamp, input));
      return {};
    },
    'promises.delete': async ({ id }) => {
      await change(journal, 'deleting the promise', (now) => deletePromise(now, id));
      return {};
    },
  };
}

function gatheringHandlers(journal: Journal): Handlers<'gatherings' | 'circles'> {
  return {
    'gatherings.list': (input) => listGatherings(journal, input),
    'gatherings.get': ({ id }) => getGathering(journal, id),
    'gatherings.save': async (input) => {
      const label = labelOf(input.editing, input.gathering.name);
      const saved = await change(journal, label, (now, stamp) => saveGathering(now, stamp, input));
      return { id: only(saved).id };
    },
    'gatherings.delete': async ({ id }) => {
      const name = journal.gatheringName(id)?.name ?? 'gathering';
      await change(journal, `deleting ${name}`, (now, stamp) => deleteGathering(now, stamp, id));
      return {};
    },
    'circles.list': () => listCircles(journal),
    'circles.get': ({ id }) => getCircle(journal, id),
    'circles.save': async (input) => {
      const label = labelOf(input.editing, input.circle.name);
      const saved = await change(journal, label, (now, stamp) => saveCircle(now, stamp, input));
      return { id: only(saved).id };
    },
    'circles.delete': async ({ id }) => {
      const name = journal.circleName(id)?.name ?? 'circle';
      await change(journal, `deleting ${name}`, (now, stamp) => deleteCircle(now, stamp, id));
      return {};
    },
  };
}

function namedIn(entry: Interaction): string[] {
  return [...new Set([...entry.participants.map(({ personId }) => personId), ...introducedIn(entry)])];
}

function requireEntry(tables: Tables, id: string): Interaction {
  const entry = tables.get('interaction', id);
  if (!entry) throw new FailureError({ kind: 'notFound', what: 'entry' });
  return entry;
}
