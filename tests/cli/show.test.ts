import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { journalHandlers } from '../../electron/journal/calls/handlers';
import { Journal } from '../../electron/journal/journal';
import { JournalStore, valueOrThrow } from '../../electron/journal/journal-store';
import { debriefWith } from '../unit/electron/journal/open-journal-for-test';
import { addPerson, keep, testOptions } from '../unit/electron/journal/temp-journal';
import { alter, computerWith, flipBit } from './command';

/** The command goes by the clock of the computer. */
function daysAgo(days: number): string {
  return `${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 19)}+00:00`;
}

/** A journal with one meeting, and something owed on both sides. */
async function computerWithMeeting() {
  const computer = await computerWith('Zoë Müller', 'Zoe Ash', 'Ben Ødegård');
  const now = (): Date => new Date();
  const store = keep(await JournalStore.open({ ...testOptions(computer.journal), now }));
  const zoe = await addPerson(store, 'Élodie Brandt', { role: 'Joiner', needs: ['an apprentice'] });
  const calls = journalHandlers(new Journal(store, now));
  await calls['interactions.save'](
    debriefWith(
      [zoe.id],
      { at: daysAgo(10), notes: 'Talked about **oak**.', minutes: 50, initiatedBy: 'them', ease: 5 },
      {
        promises: [
          {
            personId: zoe.id,
            by: 'me',
            what: 'Send the drawings',
            status: 'open',
            dueOn: daysAgo(5).slice(0, 10),
          },
          { personId: zoe.id, by: 'them', what: 'Name a price', status: 'open' },
        ],
      },
    ),
  );
  valueOrThrow(await store.close());
  return computer;
}

describe('rapport show', () => {
  it('shows somebody found by a piece of the name, whatever its accents', async () => {
    const computer = await computerWithMeeting();
    const { code, out, err } = await computer.run(['show', 'ELODIE', 'bra']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Élodie Brandt\n {2}Joiner\n/);
    expect(out).toMatch(/^Stage: Know \(your read: not noted yet\)$/m);
    expect(out).toMatch(/What Like still needs:\n {4}- A second contact, on another day$/m);
    expect(out).toMatch(/^Rhythm: every \d+ days, last 10 days ago: on rhythm$/m);
    expect(out).toMatch(/^You owe:\n {2}- Send the drawings \(was due \w{3} \d+ \w{3}/m);
    expect(out).toMatch(/^They owe:\n {2}- Name a price$/m);
    expect(out).toMatch(/Coffee, 50 minutes they asked\n.*\n {4}Talked about oak\.$/m);
  });

  it('shows the same to scripts', async () => {
    const computer = await computerWithMeeting();
    const { code, json } = await computer.json(['show', 'Élodie Brandt']);
    expect(code).toBe(0);
    expect(json).toMatchObject({
      format: 'rapport-person',
      version: 1,
      person: { name: 'Élodie Brandt', role: 'Joiner' },
      standing: 'active',
      stage: {
        evidence: 'know',
        met: ['In touch both ways, once', 'Easy: 5 of 5 the last time', 'They got in touch'],
      },
      rhythm: { state: 'onRhythm', gapDays: 10, lastContactOn: daysAgo(10).slice(0, 10) },
      owed: [
        { by: 'me', what: 'Send the drawings', dueOn: daysAgo(5).slice(0, 10), overdueDays: 5 },
        { by: 'them', what: 'Name a price', dueOn: null, overdueDays: null },
      ],
      entries: 1,
      lastEntries: [{ kind: 'coffee', status: 'held', notes: 'Talked about **oak**.' }],
    });
  });

  it('lists those who answer to a name that several have, and ends with 5', async () => {
    const computer = await computerWithMeeting();
    const { code, out, err } = await computer.run(['show', 'zoe']);
    expect(code).toBe(5);
    expect(out).toBe('Zoe Ash\nZoë Müller\n');
    expect(err).toBe('2 people answer to “zoe”. Say more of the name.\n');
    const { json } = await computer.json(['show', 'zoe']);
    expect(json['people']).toMatchObject([{ name: 'Zoe Ash' }, { name: 'Zoë Müller' }]);
  });

  it('ends with 5 when nobody answers to it', async () => {
    const computer = await computerWithMeeting();
    const { code, out, err } = await computer.run(['show', 'Nobody']);
    expect({ code, out }).toEqual({ code: 5, out: '' });
    expect(err).toBe('Nobody in the journal answers to “Nobody”.\n');
    expect((await computer.json(['show', 'Nobody'])).json).toMatchObject({ code: 'nobody' });
  });

  it('shows what there is of a damaged journal, and says that it is', async () => {
    const computer = await computerWithMeeting();
    alter(join(computer.journal, 'people.json'), (bytes) => flipBit(bytes, bytes.indexOf('"Zoe Ash"')));
    const { code, out, err } = await computer.run(['show', 'elodie']);
    expect(code).toBe(1);
    expect(out).toContain('Élodie Brandt');
    expect(err).toContain('people.json is damaged.');
  });
});
