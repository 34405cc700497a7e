import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { journalHandlers } from '../../../../electron/journal/calls/handlers';
import { Journal } from '../../../../electron/journal/journal';
import { openSample } from '../../../../electron/journal/opening/new-journal';
import * as findings from '../../../../renderer/features/insights/findings';
import { lineWords } from '../../../../renderer/features/today/line-words';
import { defaults } from '../../../../shared/insight/norms';
import { addDays } from '../../../../shared/model/time';
import { IN_SAMPLE } from '../../../fixtures/in-sample';
import { keep, tempFolder, testOptions } from '../../electron/journal/temp-journal';

/** Every weekday, a leap day, both ends of a year, and the days on which clocks are changed. */
const TODAYS = [0, 1, 2, 3, 4, 5, 6]
  .map((days) => addDays('2026-11-23', days))
  .concat('2028-02-29', '2026-12-31', '2027-01-01', '2027-03-28', '2027-10-31');

/** Lines of Today that are in sight at once in the smallest window of the tests. */
const IN_SIGHT = 12;

async function sampleOn(today: string) {
  const now = () => new Date(`${today}T09:00:00`);
  const store = keep(await openSample({ ...testOptions(join(tempFolder(), 'sample')), now }));
  const journal = new Journal(store, now);
  return { journal, calls: journalHandlers(journal) };
}

describe.each(TODAYS)('what the end-to-end tests count on in the sample of %s', (today) => {
  let sample: Awaited<ReturnType<typeof sampleOn>>;

  const idOf = (name: string): string => {
    const found = [...sample.journal.tables.all('person')].find((person) => person.name === name);
    return found?.id ?? expect.fail(`Nobody is called ${name}.`);
  };

  // Opened once for all of them, and closed with the first.
  beforeAll(async () => {
    sample = await sampleOn(today);
  });

  it('Today has its lines in order and in sight', async () => {
    const page = await sample.calls['today.page']({ lines: IN_SIGHT });
    const lines = page.lines.map((line) => lineWords(line, page.today));
    const texts = lines.map(({ title, why }) => `${title}\n${why}`);
    const places = IN_SAMPLE.todayInOrder.map((words) => texts.findIndex((text) => words.test(text)));
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(lines.find(({ title }) => title === IN_SAMPLE.run.title)?.why).toContain(IN_SAMPLE.run.since);
    expect(lines.filter(({ title }) => title === IN_SAMPLE.promise.what)).toMatchObject([
      { why: expect.stringContaining(IN_SAMPLE.promise.person) },
    ]);
  });

  it('Today has a close tie that slips, a dormant one last, and nobody who is left in peace', async () => {
    const page = await sample.calls['today.page']({ lines: 100 });
    const lines = page.lines.map((line) => lineWords(line, page.today));
    const slipping = lines.find(({ title }) => IN_SAMPLE.slips.title.test(title));
    expect(slipping?.why).toContain(IN_SAMPLE.slips.why);
    expect(lines.at(-1)?.title).toMatch(IN_SAMPLE.dormant.title);
    expect(lines.filter(({ title }) => title.includes(': birthday'))).not.toEqual([]);
    for (const name of IN_SAMPLE.inPeace)
      expect(lines.filter(({ title }) => title.includes(name))).toEqual([]);
  });

  it('a run of messages has no reply, and drifted from the rhythm of the two', async () => {
    const { replies, rhythm } = await sample.calls['people.page']({ id: idOf(IN_SAMPLE.run.person) });
    expect(replies.unanswered?.count).toBe(3);
    expect(rhythm).toMatchObject({ state: 'drifting', source: { kind: 'median' } });
  });

  it('who hit the wall asked nothing, was asked for no need, and was let go with a note', async () => {
    const id = idOf(IN_SAMPLE.letGo.person);
    const { standing } = await sample.calls['people.get']({ id });
    expect(standing).toMatchObject({
      kind: 'letGo',
      closingNote: expect.stringContaining(IN_SAMPLE.letGo.note),
    });
    const { review } = await sample.calls['insights.breakdown']({ id });
    const signs = review.reasons.flatMap((one) => one.for.map(({ code, figure }) => [code, figure]));
    expect(signs).toEqual(
      expect.arrayContaining([
        ['theyAskedNothing', 3],
        ['noNeedFound', 1],
      ]),
    );
  });

  it('a stranger and the breakfast are coming up, and the breakfast has its brief', async () => {
    const { comingUp } = await sample.calls['today.page']({ lines: 1 });
    const planned = comingUp.filter(({ kind }) => kind === 'planned');
    expect(planned.flatMap(({ people }) => people.map(({ name }) => name))).toContain(IN_SAMPLE.stranger);
    const visit = planned.find(({ people }) => people.some(({ name }) => name === IN_SAMPLE.stranger));
    const { brief } = await sample.calls['meetings.brief']({ id: visit?.id ?? '' });
    expect(brief?.people).toMatchObject([{ last: null, calledOff: [] }]);
    expect(brief?.people[0]?.worthAsking).not.toEqual([]);
    expect(brief?.people[0]?.introducers).not.toEqual([]);
    const breakfast = comingUp.find(({ kind, name }) => kind === 'gathering' && name === IN_SAMPLE.breakfast);
    const { mayCome } = await sample.calls['insights.gathering']({ id: breakfast?.id ?? '' });
    expect(mayCome.filter(({ standing }) => standing === 'keepDistance')).not.toEqual([]);
    const coming = mayCome.filter(({ standing }) => standing === 'active');
    expect(coming.some(({ last }) => last !== null)).toBe(true);
    expect(coming.some(({ owed }) => owed.length > 0)).toBe(true);
  });

  it('the review begins with somebody who slips and used to bring something', async () => {
    const [first] = (await sample.calls['review.people']({})).people;
    expect(['slipping', 'drifting', 'dormant']).toContain(first?.rhythm.state);
    expect((first?.given ?? 0) + (first?.received ?? 0)).toBeGreaterThan(0);
  });

  const nameOf = (id: string): string => sample.journal.tables.get('person', id)?.name ?? '';

  /** The words that a line shows of an entry or a promise. */
  const wordsOf = ({ id }: { id: string }): string => {
    const entry = sample.journal.tables.get('interaction', id);
    const at = sample.journal.tables.get('gathering', entry?.gatheringId ?? '');
    return [entry?.place, at?.name, sample.journal.tables.get('promise', id)?.what].join(' ');
  };

  const findingsNow = async (): Promise<string[]> => {
    const { overview, time, cost } = await sample.calls['insights.page']({});
    return [
      findings.stagesFinding(overview),
      findings.balanceFinding(overview),
      findings.connectFinding(overview),
      findings.spotsFinding(overview),
      findings.breakdownFinding(overview),
      findings.conductFinding(overview),
      findings.plannedFinding(overview),
      findings.groundFinding(overview),
      findings.promisesFinding(overview.promises),
      findings.asksFinding(overview),
      findings.doorsFinding(overview),
      findings.purposesFinding(overview),
      findings.timeFinding(time),
      findings.costFinding(cost),
    ];
  };

  it('every insight has a finding', async () => {
    const { overview } = await sample.calls['insights.page']({});
    const all = await findingsNow();
    for (const finding of IN_SAMPLE.findings)
      expect(all.filter((text) => finding.test(text))).toHaveLength(1);
    expect(overview.promises.mine.broken).toBeGreaterThan(0);
  });

  it('each lesson has its finding, and its figures open whom and what they must', async () => {
    const all = await findingsNow();
    for (const { finding, behind } of Object.values(IN_SAMPLE.lessons)) {
      expect(all.filter((text) => finding.test(text))).toHaveLength(1);
      for (const { figure, has } of behind) {
        const found = await sample.calls['insights.behind']({ figure });
        const texts =
          found.kind === 'spent'
            ? []
            : found.kind === 'people'
              ? found.people.map(nameOf)
              : found.refs.map(wordsOf);
        for (const words of has) expect(texts.filter((text) => text.includes(words))).not.toEqual([]);
      }
    }
  });

  it('one round was a video advert, and somebody has their own supplier', async () => {
    const { person, words } = IN_SAMPLE.advert;
    const query = { text: words, personId: idOf(person), offset: 0, limit: 2 };
    const { rows } = await sample.calls['interactions.list'](query);
    expect(rows).toMatchObject([{ interaction: { minutes: 10, pitch: { theirs: 'relentless' } } }]);
    const { incumbents } = await sample.calls['people.get']({ id: idOf(IN_SAMPLE.incumbent.person) });
    expect(incumbents).toEqual([expect.stringContaining(IN_SAMPLE.incumbent.words)]);
  });

  it('the connect rate is near the usual one in three', async () => {
    const { connect } = (await sample.calls['insights.page']({})).overview;
    expect(connect.met).toBeGreaterThan(4 * defaults.comparison.connectNeeded.value);
    expect(connect.kind === 'known' && connect.share).toBeGreaterThan(1 / 3);
    expect(connect.kind === 'known' && connect.share).toBeLessThan(1 / 2);
  });

  it('a change of direction made somebody go silent', async () => {
    const { seasons } = await sample.calls['seasons.list']({});
    expect(seasons.flatMap(({ people }) => people).some(({ risk }) => risk.silent !== null)).toBe(true);
  });

  it('a wall is reviewed as no connection, and nobody reviews who is well', async () => {
    const { review } = await sample.calls['insights.breakdown']({ id: idOf(IN_SAMPLE.wall) });
    expect(review.reasons[0]).toMatchObject({ reason: 'noConnection', strength: 'strong' });
    const ease = review.reasons[0]?.for.find(({ code }) => code === 'lowEase')?.figure;
    expect(ease).toBeGreaterThanOrEqual(1);
    expect(ease).toBeLessThan(2);
    const best = await sample.calls['insights.breakdown']({ id: idOf(IN_SAMPLE.best.person) });
    expect(best.review.parting).toBeNull();
    const found = await sample.calls['interactions.list']({
      text: IN_SAMPLE.best.words,
      personId: idOf(IN_SAMPLE.best.person),
      offset: 0,
      limit: 1,
    });
    expect(found.total).toBe(1);
  });

  it('gatherings: the breakfast is ahead, somebody was first met at the latest rounds', async () => {
    const { rows } = await sample.calls['gatherings.list']({ offset: 0, limit: 100 });
    expect(rows[0]?.gathering.name).toBe(IN_SAMPLE.breakfast);
    const rounds = rows.find(({ gathering }) => gathering.name === IN_SAMPLE.rounds);
    const { funnel } = await sample.calls['insights.gathering']({ id: rounds?.gathering.id ?? '' });
    expect(funnel?.within14.map(nameOf)).toContain(IN_SAMPLE.metAtRounds);
  });
});
