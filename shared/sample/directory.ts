import type { Circle, Gathering } from '../model/gathering';
import type { CalendarDate, Id } from '../model/primitives';
import type { CircleKey, PersonKey, PersonStory } from './story';

/** Finds what the stories name by key. An unknown key is a slip of the pen and throws. */
export interface Directory {
  id(person: PersonKey): Id;
  person(person: PersonKey): PersonStory;
  circle(circle: CircleKey): Id;
  gathering(key: string): { id: Id; date: CalendarDate; time: string };
}

export function directoryOf(
  people: ReadonlyMap<PersonKey, { id: Id; story: PersonStory }>,
  circles: ReadonlyMap<CircleKey, Circle>,
  gatherings: ReadonlyMap<string, Gathering>,
): Directory {
  return {
    id: (key) => found(people.get(key), key).id,
    person: (key) => found(people.get(key), key).story,
    circle: (key) => found(circles.get(key), key).id,
    gathering: (key) => {
      const gathering = found(gatherings.get(key), key);
      return { id: gathering.id, date: gathering.from.slice(0, 10), time: gathering.from.slice(11, 16) };
    },
  };
}

export function personName(key: PersonKey, directory: Directory): string {
  return directory.person(key).name;
}

function found<T>(value: T | undefined, key: string): T {
  if (value === undefined) throw new Error(`The sample names "${key}", which does not exist.`);
  return value;
}
