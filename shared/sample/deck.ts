import { randomFrom } from './random';
import type { CastStory } from './story';

export interface Deck<Shelf extends string> {
  /** The next text of that shelf for this person: never one they had before, and never the same words twice. */
  deal(shelf: Shelf, story: CastStory): string;
}

/** Shuffles each shelf of templates and deals from the top; what was dealt goes to the bottom. */
export function deckOf<Shelf extends string>(
  shelves: Readonly<Record<Shelf, readonly string[]>>,
  name: string,
): Deck<Shelf> {
  const random = randomFrom(`deck ${name}`);
  const piles = new Map<Shelf, string[]>();
  const dealtTo = new Map<string, Set<string>>();
  const said = new Set<string>();
  return {
    deal(shelf, story) {
      const pile = piles.get(shelf) ?? random.shuffled(shelves[shelf]);
      piles.set(shelf, pile);
      const had = dealtTo.get(story.person.key) ?? new Set<string>();
      dealtTo.set(story.person.key, had);
      for (let place = 0; place < pile.length; place++) {
        const template = pile[place] ?? '';
        if (had.has(template)) continue;
        const subject = random
          .shuffled(story.subjects)
          .find((candidate) => !said.has(filled(template, story, candidate)));
        if (subject === undefined) continue;
        pile.push(...pile.splice(place, 1));
        had.add(template);
        const text = filled(template, story, subject);
        said.add(text);
        return text;
      }
      throw new Error(`Nothing new to say on the shelf "${shelf}" for ${story.person.name}.`);
    },
  };
}

const PRONOUNS: Record<string, Record<string, string>> = {
  he: { they: 'he', them: 'him', their: 'his' },
  she: { they: 'she', them: 'her', their: 'her' },
};

/** `<first>`, `<they>`, `<them>`, `<their>` (and `<They>`, `<Their>`) and `<subject>`. */
export function filled(template: string, { person }: CastStory, subject: string): string {
  const words = PRONOUNS[person.pronouns?.split('/')[0] ?? 'she'] ?? {};
  return template.replaceAll(/<(\w+)>/g, (whole, slot: string) => {
    if (slot === 'subject') return subject;
    if (slot === 'Subject') return subject.charAt(0).toUpperCase() + subject.slice(1);
    if (slot === 'first') return person.name.split(' ')[0] ?? person.name;
    const word = words[slot.toLowerCase()];
    if (word === undefined) throw new Error(`Unknown slot ${whole}.`);
    return slot === slot.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
  });
}
