import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSample } from '../../../../electron/journal/opening/new-journal';
import { rhythmOf } from '../../../../shared/insight/rhythm';
import { assessStage } from '../../../../shared/insight/stage';
import { debriefWith, FIRST_PAGE, openTestJournal, withHandlers } from './open-journal-for-test';
import { keep, tempFolder, testOptions } from './temp-journal';

type TestJournal = Awaited<ReturnType<typeof openTestJournal>>;

async function sample(): Promise<TestJournal> {
  return withHandlers(keep(await openSample(testOptions(join(tempFolder(), 'sample')))));
}

describe('the list of people', () => {
  it('comes a page at a time, whole and without doubles', async () => {
    const { calls } = await sample();
    const everyone = {
      standings: ['active', 'resting', 'letGo', 'keepDistance', 'deceased'] as const,
      sort: 'name' as const,
    };
    const ids = new Set<string>();
    for (let offset = 0; offset < 60; offset += 25) {
      const page = await calls['people.list']({
        ...everyone,
        standings: [...everyone.standings],
        descending: false,
        offset,
        limit: 25,
      });
      expect(page.total).toBe(60);
      page.rows.forEach(({ id }) => ids.add(id));
    }
    expect(ids.size).toBe(60);
  });

  it('leaves out those who are let go, kept at a distance or deceased, unless asked for', async () => {
    const { calls } = await sample();
    const listed = await calls['people.list']({ sort: 'name', descending: false, offset: 0, limit: 100 });
    expect(new Set(listed.rows.map(({ standing }) => standing))).toEqual(new Set(['active', 'resting']));
    const letGo = await calls['people.list']({
      standings: ['letGo'],
      sort: 'name',
      descending: false,
      offset: 0,
      limit: 100,
    });
    expect(letGo.total).toBeGreaterThan(0);
    expect(letGo.rows.every(({ rhythm }) => rhythm === 'quiet')).toBe(true);
  });

  it('says of each person what the insights say', async () => {
    const { calls, journal } = await sample();
    const { rows } = await calls['people.list']({ sort: 'stage', descending: false, offset: 0, limit: 100 });
    for (const row of rows) {
      const slice = journal.insights.slice(row.id);
      if (!slice) throw new Error('A listed person is not there.');
      expect(row.stage).toBe(assessStage(slice, journal.asOf()).evidence);
      expect(row.rhythm).toBe(rhythmOf(slice, journal.asOf()).state);
    }
    const order = { trust: 0, like: 1, know: 2, none: 3 };
    const places = rows.map(({ stage }) => order[stage]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('is up to date after a change without anything being asked again', async () => {
    const { calls } = await openTestJournal();
    const { personIds } = await calls['interactions.save'](
      debriefWith(
        ['new:1'],
        { ease: 5, at: '2026-04-01T10:00:00+00:00' },
        { newPeople: [{ key: 'new:1', name: 'Ada' }] },
      ),
    );
    const stage = async () => (await calls['people.page']({ id: personIds[0] ?? '' })).stage.evidence;
    expect(await stage()).toBe('know');
    await calls['interactions.save'](debriefWith(personIds, { ease: 5, initiatedBy: 'them' }));
    expect(await stage()).toBe('like');
    await calls['history.undo']({});
    expect(await stage()).toBe('know');
  });
});

describe('search', () => {
  let journal: TestJournal;

  async function find(text: string) {
    const { rows } = await journal.calls['search.query']({ text, ...FIRST_PAGE });
    return rows.map(({ type, title }) => `${type}: ${title.text}`);
  }

  beforeAll(async () => {
    journal = await openTestJournal();
    const { calls } = journal;
    await calls['people.save']({
      editing: null,
      person: {
        name: 'Hélène Großmann',
        organisation: 'Ødegård',
        notes: 'Likes [@Maya](rapport://person/x)',
      },
    });
    const { personIds } = await calls['interactions.save'](
      debriefWith(
        ['new:1'],
        { notes: 'Talked about the **merger** in São Paulo.', place: 'Café Einstein', tags: ['harbour'] },
        { newPeople: [{ key: 'new:1', name: 'Maya Okonjo' }] },
      ),
    );
    await calls['promises.save']({
      editing: null,
      promise: {
        personId: personIds[0] ?? '',
        by: 'me',
        what: 'send the pension papers',
        madeOn: '2026-05-01',
        status: 'open',
      },
    });
  });

  it.each([
    ['case and accents do not matter', 'HELENE grossmann', ['person: Hélène Großmann']],
    ['organisations count', 'odegard', ['person: Hélène Großmann']],
    ['a word may stand inside a word', 'erge', ['interaction: Maya Okonjo']],
    ['notes, places and tags together', 'sao einstein harbour', ['interaction: Maya Okonjo']],
    ['a name and a word of the notes', 'maya merger', ['interaction: Maya Okonjo']],
    ['all words must match', 'merger pension', []],
    ['names forgive a typo', 'okomjo', ['person: Maya Okonjo', 'interaction: Maya Okonjo']],
    ['promises', 'pension', ['promise: send the pension papers']],
  ])('%s', async (_, text, expected) => {
    expect(await find(text)).toEqual(expected);
  });

  it('marks the words as they were written', async () => {
    const { rows } = await journal.calls['search.query']({ text: 'sao', ...FIRST_PAGE });
    const excerpt = rows[0]?.excerpt;
    expect(excerpt?.marks.map(([from, to]) => excerpt.text.slice(from, to))).toEqual(['São']);
  });

  it('shows the words as they read, not the Markdown, and finds nothing in the addresses of links', async () => {
    const { rows } = await journal.calls['search.query']({ text: 'merger', ...FIRST_PAGE });
    expect(rows[0]?.excerpt?.text).toBe('Talked about the merger in São Paulo.');
    expect(await find('rapport://')).toEqual([]);
    const { rows: people } = await journal.calls['search.query']({ text: 'großmann', ...FIRST_PAGE });
    expect(people[0]?.excerpt?.text).toBe('Ødegård · Likes @Maya');
  });

  it('filters entries by person, kind and date', async () => {
    const { calls } = journal;
    const count = async (query: object) =>
      (await calls['interactions.list']({ ...query, ...FIRST_PAGE })).total;
    expect(await count({ text: 'merger', kinds: ['coffee'] })).toBe(1);
    expect(await count({ text: 'merger', kinds: ['call'] })).toBe(0);
    expect(await count({ from: '2026-05-04', to: '2026-05-04' })).toBe(1);
    expect(await count({ from: '2026-05-05' })).toBe(0);
  });
});

describe('the timeline', () => {
  it('has every entry once, newest first, and closed promises on their day', async () => {
    const { calls, store } = await sample();
    const maya = [...store.tables.all('person')].find(({ name }) => name === 'Maya Okonjo');
    if (!maya) throw new Error('Maya is not in the sample.');
    const { rows, total } = await calls['people.timeline']({
      id: maya.id,
      show: 'everything',
      offset: 0,
      limit: 500,
    });
    expect(rows).toHaveLength(total);
    const days = rows.map(({ on }) => on);
    expect(days).toEqual([...days].sort().reverse());
    const entries = rows.filter(({ kind }) => kind === 'entry');
    expect(entries).toHaveLength(store.tables.interactionsOf(maya.id).length);
    const exchanges = await calls['people.timeline']({
      id: maya.id,
      show: 'exchanges',
      offset: 0,
      limit: 500,
    });
    expect(
      exchanges.rows.every((item) => item.kind === 'entry' && item.entry.interaction.exchanges?.length),
    ).toBe(true);
  });
});
