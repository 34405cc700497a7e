import { ReadableJournal } from '../electron/journal/journal';
import { briefPerson } from '../electron/journal/views/brief-person';
import { personPage, personTimeline } from '../electron/journal/views/person';
import type { EntryView } from '../shared/contract/common';
import type { Person } from '../shared/model/person';
import type { Options } from './arguments';
import { type ExitCode, exitCodes, Stop } from './exit-codes';
import { findPeople } from './find-person';
import { placesFor } from './places';
import { readToUse } from './read';
import { listWords, personJson, personWords, type ShownPerson } from './show-words';
import type { World } from './world';

/** How many of the last entries are shown. */
const ENTRIES = 5;

/** `rapport show`: one person, as their page in the app shows them. */
export async function show(name: string, options: Options, world: World): Promise<ExitCode> {
  const { journal: folder } = await placesFor(options, world);
  const { read, problems } = await readToUse(folder, world);
  const journal = new ReadableJournal(read.tables, world.now);
  const [person, ...others] = findPeople(journal, name);
  if (!person)
    throw new Stop(exitCodes.notOnePerson, 'nobody', `Nobody in the journal answers to “${name}”.`);
  if (others.length > 0) return list(name, [person, ...others], options, world);
  const shown = lookAt(journal, person);
  await world.print(options.json ? personJson(shown) : personWords(shown));
  return problems.length > 0 ? exitCodes.problems : exitCodes.fine;
}

async function list(name: string, people: Person[], { json }: Options, world: World): Promise<ExitCode> {
  world.warn(`${people.length} people answer to “${name}”. Say more of the name.\n`);
  const facts = people.map(({ id, name, organisation, role }) => ({ id, name, organisation, role }));
  const document = { format: 'rapport-people', version: 1, people: facts };
  await world.print(json ? `${JSON.stringify(document, null, 2)}\n` : listWords(people));
  return exitCodes.notOnePerson;
}

function lookAt(journal: ReadableJournal, person: Person): ShownPerson {
  const timeline = { id: person.id, show: 'everything', offset: 0, limit: 500 } as const;
  const entries = personTimeline(journal, timeline).rows.flatMap((item): EntryView[] =>
    item.kind === 'entry' ? [item.entry] : [],
  );
  return {
    today: journal.today(),
    page: personPage(journal, { id: person.id }),
    brief: briefPerson(journal, person),
    entries: entries.slice(0, ENTRIES),
  };
}
