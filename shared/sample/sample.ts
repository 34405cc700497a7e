import type { Circle, Gathering } from '../model/gathering';
import type { Interaction } from '../model/interaction';
import type { Introduction } from '../model/introduction';
import type { Person } from '../model/person';
import type { CalendarDate, Instant } from '../model/primitives';
import type { PromiseRecord } from '../model/promise';
import type { Question } from '../model/question';
import { builtInQuestions } from '../model/question-bank';
import type { Season, TimeLog } from '../model/season';
import { epochMs } from '../model/time';
import { arcs } from './arcs';
import { sampleCalendar } from './calendar';
import type { SampleCalendar } from './calendar';
import { cast } from './cast';
import { chronicleOf } from './chronicle';
import { directoryOf } from './directory';
import type { Directory } from './directory';
import { gatheringStories } from './gatherings';
import { sampleId } from './ids';
import { personRecordOf } from './person-record';
import { interactionOf, introductionOf, recordOf } from './records';
import { FIRST_WEEK, sampleCircles, sampleSeasons, sampleTimeLogs } from './settings';
import type { CircleKey, EntryStory, GatheringStory, PersonKey, PersonStory } from './story';

/** How many interactions the sample holds, whatever the arcs and the plans of the cast add up to. */
const INTERACTIONS = 500;

export interface SampleJournal {
  people: Person[];
  interactions: Interaction[];
  promises: PromiseRecord[];
  gatherings: Gathering[];
  circles: Circle[];
  introductions: Introduction[];
  seasons: Season[];
  timeLogs: TimeLog[];
  questions: Question[];
}

/**
 * A made-up journal of a year and a half that ends on `today`: the same input always gives the same records. Every
 * instant carries `offset`, such as `+00:00`. Only planned meetings and one gathering lie after `today`.
 */
export function sampleJournal({ today, offset }: { today: CalendarDate; offset: string }): SampleJournal {
  const calendar = sampleCalendar({ today, offset });
  const start = calendar.instant(calendar.dateOf(FIRST_WEEK), '09:00');
  const stories = [...arcs.flatMap((arc) => arc.people), ...cast.map(({ person }) => person)];
  const circles = sampleCircles(calendar);
  const gatherings = new Map(
    gatheringStories.map((story) => [story.key, gatheringOf(story, calendar, circles)]),
  );
  const people = peopleOf(stories, start, calendar, gatherings);
  const directory = directoryOf(people, circles, gatherings);

  const told = toldEntries(calendar, directory).map(({ key, main, entry }) =>
    interactionOf(key, entry, main, calendar, directory),
  );
  const introductions = arcs.flatMap((arc) => arc.introductions ?? []);
  return {
    people: [...people.values()].map(({ story, id, addedAt }) =>
      personRecordOf(story, id, addedAt, calendar, directory),
    ),
    interactions: told.map(({ interaction }) => interaction).sort((a, b) => epochMs(a.at) - epochMs(b.at)),
    promises: told
      .flatMap(({ promises }) => promises)
      .sort((a, b) => (a.madeOn < b.madeOn ? -1 : a.madeOn > b.madeOn ? 1 : 0)),
    gatherings: [...gatherings.values()].sort((a, b) => epochMs(a.from) - epochMs(b.from)),
    circles: [...circles.values()],
    introductions: introductions
      .map((story) =>
        introductionOf(`${story.by} ${story.a} ${story.b} ${story.on}`, story, calendar, directory),
      )
      .sort((a, b) => epochMs(a.at) - epochMs(b.at)),
    seasons: sampleSeasons(calendar, directory),
    timeLogs: sampleTimeLogs(calendar),
    questions: builtInQuestions({ now: start, rev: `${start}-0000-sample` }),
  };
}

/** The hand-written entries first, then as many of the cast's as are wanted in all. */
function toldEntries(
  calendar: SampleCalendar,
  directory: Directory,
): { key: string; main: PersonKey; entry: EntryStory }[] {
  const written = arcs.flatMap((arc) => {
    const main = arc.people[0]?.key ?? '';
    return arc.entries.map((entry, index) => ({ key: `${main} ${index}`, main, entry }));
  });
  const wanted = INTERACTIONS - written.length;
  return [...written, ...chronicleOf({ cast, wanted, calendar, directory })];
}

/** A person is added when we met, or on the first day of the journal. */
function peopleOf(
  stories: readonly PersonStory[],
  start: Instant,
  calendar: SampleCalendar,
  gatherings: ReadonlyMap<string, Gathering>,
): Map<PersonKey, { id: string; story: PersonStory; addedAt: Instant }> {
  return new Map(
    stories.map((story) => {
      const met = story.met?.on
        ? calendar.instant(calendar.dateOf(story.met.on), '07:00')
        : (gatherings.get(story.met?.at ?? '')?.from ?? start);
      const addedAt = epochMs(met) > epochMs(start) ? met : start;
      return [story.key, { id: sampleId(`person ${story.key}`, addedAt), story, addedAt }];
    }),
  );
}

function gatheringOf(
  story: GatheringStory,
  calendar: SampleCalendar,
  circles: ReadonlyMap<CircleKey, Circle>,
): Gathering {
  const { key, on, from, to, lastDay, circle, ...facts } = story;
  const start = calendar.instant(calendar.dateOf(on), from);
  const end = to ? calendar.instant(calendar.dateOf(lastDay ?? on), to) : undefined;
  const ahead = calendar.dateOf(on) >= calendar.today;
  const noted = ahead
    ? calendar.later(calendar.instant(calendar.today, '17:30'), -2 * 24 * 60)
    : (end ?? start);
  const circleId = circle && circles.get(circle)?.id;
  return {
    ...recordOf(`gathering ${key}`, noted),
    ...facts,
    from: start,
    ...(end && { to: end }),
    ...(circleId && { circleId }),
  };
}
