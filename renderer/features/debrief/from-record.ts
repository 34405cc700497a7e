import type { CallOutput } from '../../../shared/contract/contract';
import { Interaction } from '../../../shared/model/interaction';
import { DebriefDraft } from './debrief-draft';

const KNOWN = new Set(Object.keys(Interaction.shape));

/** The form for an entry that is in the journal. Saving it untouched gives the same record. */
export function draftFromEntry(entry: CallOutput<'interactions.get'>): DebriefDraft {
  const { interaction } = entry;
  const names = new Map(entry.people.map((person) => [person.id, person.name]));
  return DebriefDraft.parse({
    ...interaction,
    editing: { id: interaction.id, rev: interaction.rev },
    people: interaction.participants.map(({ personId, ...rest }) => ({
      ...rest,
      key: personId,
      name: names.get(personId) ?? 'Somebody',
    })),
    exchanges: interaction.exchanges?.map(({ aboutPersonId, ...exchange }) => ({
      ...exchange,
      ...(aboutPersonId === undefined
        ? {}
        : { about: { key: aboutPersonId, name: names.get(aboutPersonId) ?? 'Somebody' } }),
    })),
    minutes: textOf(interaction.minutes),
    travelMinutes: textOf(interaction.travelMinutes),
    remindersSent: textOf(interaction.remindersSent),
    questionsTheyAsked: textOf(interaction.questionsTheyAsked),
    gathering: gatheringOf(entry),
    words: interaction.notes,
    promises: entry.promises,
    unknown: Object.fromEntries(Object.entries(interaction).filter(([name]) => !KNOWN.has(name))),
  });
}

function gatheringOf({ interaction, gathering }: CallOutput<'interactions.get'>) {
  if (interaction.gatheringId === undefined) return null;
  return gathering ?? { id: interaction.gatheringId, name: 'A gathering' };
}

function textOf(count: number | undefined): string {
  return count === undefined ? '' : String(count);
}
