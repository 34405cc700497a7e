import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import { changeOf, patched } from '../../../../electron/journal/changes/edit';
import { diskFs } from '../../../../electron/journal/files/fs';
import { JournalStore, valueOrThrow } from '../../../../electron/journal/journal-store';
import type { Person } from '../../../../shared/model/person';
import { created, type Stamp } from '../../../../shared/model/stamp';
import { success } from '../../../../shared/result';
import { NAME, type Place } from './forget-place';

/** What must be left in no file: names of all times, addresses, what was written of them alone. */
export const TRACES = [
  NAME,
  'Maya Smith',
  'Sunny',
  'maya@example.org',
  '7946 0018',
  'likes barometers',
  'a secret meeting',
];

/** Everything about Maya that a journal can hold, in every kind of file; who else is there stays. */
export async function fill(where: Place) {
  const options = { fs: diskFs, folder: where.journal, now: () => new Date(), newId: () => uuidV7() };
  const store = valueOrThrow(await JournalStore.create(options));
  const ids = { maya: uuidV7(), anna: uuidV7(), alone: uuidV7(), shared: uuidV7(), promise: uuidV7() };
  const change = async (build: (stamp: Stamp) => Parameters<typeof success>[0]) =>
    valueOrThrow(await store.change('a change of Maya Smith', (_, stamp) => success(build(stamp) as never)));
  await change((stamp) => [
    changeOf('person', undefined, created({ name: 'Maya Smith' }, stamp, ids.maya) as Person),
  ]);
  await change((stamp) => [
    patched('person', required(store, ids.maya), mayaNow(), stamp),
    changeOf(
      'person',
      undefined,
      created(
        { name: 'Anna Lind', met: { introducedBy: [ids.maya] }, notes: 'Friend of Maya Okonjo.' },
        stamp,
        ids.anna,
      ) as Person,
    ),
    changeOf('interaction', undefined, entry(stamp, ids.alone, [ids.maya], 'It was a secret meeting.')),
    changeOf(
      'interaction',
      undefined,
      entry(stamp, ids.shared, [ids.anna, ids.maya], 'Sunny was late; Anna laughed.'),
    ),
    changeOf(
      'promise',
      undefined,
      created(
        {
          personId: ids.maya,
          by: 'me' as const,
          what: 'Send Maya the list',
          madeOn: '2026-05-04',
          status: 'open' as const,
        },
        stamp,
        ids.promise,
      ),
    ),
    changeOf(
      'introduction',
      undefined,
      created({ by: 'me', a: ids.maya, b: ids.anna, at: '2026-05-04T10:00:00Z' }, stamp),
    ),
    changeOf(
      'gathering',
      undefined,
      created({ name: 'Dinner with Maya Okonjo', from: '2026-05-04T19:00:00Z' }, stamp),
    ),
  ]);
  await store.fold();
  await change((stamp) => [patched('person', required(store, ids.maya), { role: 'Pilot' }, stamp)]);
  valueOrThrow(await store.close());
  mkdirSync(where.backups, { recursive: true });
  const people = join(where.journal, 'people.json');
  copyFileSync(people, `${people}.format-1-2026-05-03T101112`);
  copyFileSync(people, `${people}.damaged-2026-05-04T101112`);
  writeFileSync(`${people}.damaged-2026-05-05T101112`, readFileSync(people).subarray(0, 700));
  const drafts = [
    { id: 'a', title: 'With Maya Okonjo', value: { people: [{ id: ids.maya }] } },
    { id: 'b', title: 'With Anna', value: { notes: 'Anna only' } },
  ];
  writeFileSync(
    join(where.app, 'drafts.json'),
    JSON.stringify({ format: 'rapport-drafts', version: 1, drafts }),
  );
  mkdirSync(join(where.app, 'logs'));
  writeFileSync(join(where.app, 'logs', 'main.log'), `started\nCannot open /home/x/${NAME}\n`);
  return ids;
}

function mayaNow(): Partial<Person> {
  return {
    name: NAME,
    nickname: 'Sunny',
    notes: 'She likes barometers.',
    channels: [
      { kind: 'email', value: 'maya@example.org' },
      { kind: 'phone', value: '+44 20 7946 0018' },
    ],
  };
}

function entry(stamp: Stamp, id: string, people: string[], notes: string) {
  const participants = people.map((personId) => ({ personId }));
  return created(
    {
      participants,
      status: 'held' as const,
      at: '2026-05-04T10:00:00+00:00',
      kind: 'coffee' as const,
      notes,
    },
    stamp,
    id,
  );
}

function required(store: JournalStore, id: string): Person {
  const person = store.tables.get('person', id);
  if (!person) throw new Error('Nobody there.');
  return person;
}
