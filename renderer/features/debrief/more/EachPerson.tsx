import { TalkSlider } from '../controls/TalkSlider';
import type { DraftPerson } from '../debrief-draft';
import { easeRatings, opennessRatings } from '../form/choices';
import { Fact, Rating } from '../form/Facts';
import { useField } from '../form/form-store';
import { LineField, Section } from './fields';

/** With several people: what was different with one of them. What is said here replaces what holds for all. */
export function EachPerson() {
  const [people, setPeople] = useField('people');
  const own = people.some((person) => hasOwn(person));
  if (people.length < 2 && !own) return null;
  const change = (key: string, patch: Partial<DraftPerson>) =>
    setPeople(people.map((person) => (person.key === key ? { ...person, ...patch } : person)));
  return (
    <>
      {people.map((person, index) => (
        <Section key={person.key} title={`With ${person.name}`}>
          <LineField
            label="Note"
            field={`people.${index}.note`}
            value={person.note}
            onChange={(note) => change(person.key, { note })}
          />
          <Fact label="Who talked">
            <TalkSlider
              label={`Who talked, with ${person.name}`}
              value={person.talkShare}
              onChange={(talkShare) => change(person.key, { talkShare })}
            />
          </Fact>
          <Fact label="Easy, fun">
            <Rating
              label={`Easy, fun with ${person.name}`}
              choices={easeRatings}
              value={person.ease}
              onChange={(ease) => change(person.key, { ease })}
            />
          </Fact>
          <Fact label="Open">
            <Rating
              label={`How open ${person.name} was`}
              choices={opennessRatings}
              value={person.openness}
              onChange={(openness) => change(person.key, { openness })}
            />
          </Fact>
        </Section>
      ))}
    </>
  );
}

function hasOwn(person: DraftPerson): boolean {
  return (
    person.note !== '' ||
    person.talkShare !== undefined ||
    person.ease !== undefined ||
    person.openness !== undefined
  );
}
