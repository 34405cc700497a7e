import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { journalHandlers } from '../../../../../electron/journal/calls/handlers';
import { InsightCache } from '../../../../../electron/journal/insights/insight-cache';
import { Journal } from '../../../../../electron/journal/journal';
import { JournalStore } from '../../../../../electron/journal/journal-store';
import { NetworkInsights } from '../../../../../electron/journal/insights/network-insights';
import { NormsKeeper } from '../../../../../electron/journal/insights/norms-keeper';
import type { InteractionFields } from '../../../../../shared/contract/interactions';
import type { Overview } from '../../../../../shared/insight/network/overview';
import { addDays } from '../../../../../shared/model/time';
import { debriefWith } from '../open-journal-for-test';
import { addPerson, keep, tempFolder, testOptions } from '../temp-journal';

const NAMES = ['Anna', 'Ben', 'Cleo', 'Dora'];
const DAY_MS = 86_400_000;

/** What a user may do, in any order; numbers pick one of what there is. */
const command = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      who: fc.uniqueArray(fc.nat(NAMES.length - 1), { minLength: 1, maxLength: 3 }),
      daysAgo: fc.constantFrom(0, 1, 7, 40, 90, 400),
      more: fc.record(
        {
          ease: fc.constantFrom(1, 3, 5),
          minutes: fc.constantFrom(20, 45, 90),
          talkShare: fc.constantFrom(0.1, 0.3, 0.7),
          ground: fc.constantFrom('mine', 'theirs'),
          travelMinutes: fc.constantFrom(10, 25),
          remindersSent: fc.constantFrom(1, 2),
          initiatedBy: fc.constantFrom('me', 'them'),
          status: fc.constantFrom('held', 'held', 'cancelled', 'noShow'),
          conduct: fc
            .constant('late' as const)
            .map((code): NonNullable<InteractionFields['conduct']> => [{ who: 'them', code }]),
          pitch: fc.constantFrom({ mine: 'uninvited' }, { theirs: 'invited' }),
          ask: fc.constant({ mine: 'referral' }),
          exchanges: fc
            .constantFrom('advice', 'invitation')
            .map((kind): NonNullable<InteractionFields['exchanges']> => [
              { direction: kind === 'advice' ? 'given' : 'received', kind, size: 2 },
            ]),
        },
        { requiredKeys: [] },
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), which: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('days' as const), days: fc.constantFrom(1, 30, 380) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('look' as const) }) },
);

it('what is kept up to date is what would be computed anew, after changes, undos, deletions and days', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 25 }), async (commands) => {
      const { journal, calls, clock } = await journalWithPeople();
      const kept: Overview[] = [];
      const expected: Overview[] = [];
      for (const one of [...commands, { kind: 'look' as const }]) await perform(one);
      expect(kept).toEqual(expected);
      await journal.store.close();

      async function perform(one: (typeof commands)[number]): Promise<void> {
        switch (one.kind) {
          case 'save': {
            const people = [...journal.tables.all('person')];
            const who = one.who.flatMap((place) => people[place]?.id ?? []);
            if (who.length === 0) return;
            const at = `${addDays(journal.today(), -one.daysAgo)}T08:00:00+00:00`;
            await calls['interactions.save'](debriefWith(who, { ...one.more, at }));
            return;
          }
          case 'delete': {
            const entries = [...journal.tables.all('interaction')];
            const entry = entries[one.which % Math.max(1, entries.length)];
            if (entry) await calls['interactions.delete']({ id: entry.id });
            return;
          }
          case 'leave': {
            const people = [...journal.tables.all('person')];
            const person = people[one.which % Math.max(1, people.length)];
            if (person) await calls['people.delete']({ id: person.id });
            return;
          }
          case 'undo':
          case 'redo':
            // With nothing to take back it is refused, and that is all.
            await journal.store[one.kind]();
            return;
          case 'days':
            clock.ms += one.days * DAY_MS;
            return;
          case 'look':
            kept.push(await journal.network.overview());
            expected.push(await anew(journal));
        }
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

async function journalWithPeople() {
  const clock = { ms: Date.UTC(2026, 4, 4, 9, 30) };
  const now = (): Date => new Date((clock.ms += 1_000));
  const options = { ...testOptions(join(tempFolder(), 'Rapport')), now };
  const store = keep(await JournalStore.create(options));
  for (const name of NAMES) await addPerson(store, name);
  const journal = new Journal(store, now);
  return { journal, calls: journalHandlers(journal), clock };
}

/** The overview with nothing kept from before. */
function anew(journal: Journal): Promise<Overview> {
  const asOf = (): string => journal.asOf();
  const norms = new NormsKeeper(journal.tables, asOf);
  const insights = new InsightCache(journal.tables, norms, asOf);
  return new NetworkInsights(journal.tables, insights, norms, asOf).overview();
}
