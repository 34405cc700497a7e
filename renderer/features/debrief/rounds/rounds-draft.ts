import { z } from 'zod';
import { understandMinutes } from '../../../../shared/debrief/minutes';
import type { CallInput } from '../../../../shared/contract/contract';
import { Instant, Stage } from '../../../../shared/model/primitives';
import { localInstant } from '../../../../shared/model/time';
import { isNewPerson, type PickedPerson } from '../../../ui/person-options';
import type { Issue } from '../to-debrief';

const text = z.string().catch('');

export const Round = z.object({
  /** Of the row on the screen. */
  row: z.string(),
  people: z.array(z.object({ key: z.string().min(1), name: z.string() })).catch([]),
  words: text,
  talkShare: z.number().min(0).max(1).optional().catch(undefined),
  ease: z.int().min(1).max(5).optional().catch(undefined),
  stageRead: Stage.optional().catch(undefined),
});
export type Round = z.infer<typeof Round>;

/** One-to-one rounds as they are being written. A gathering without an id is a new one of that name. */
export const RoundsDraft = z.object({
  gathering: z.object({ id: z.string().nullable(), name: z.string() }).nullable().catch(null),
  at: Instant,
  whenText: text,
  minutesPerRound: text,
  rounds: z.array(Round).catch([]),
});
export type RoundsDraft = z.infer<typeof RoundsDraft>;

export function emptyRound(row: string): Round {
  return { row, people: [], words: '' };
}

export function emptyRounds(at: Instant, row: string): RoundsDraft {
  return { gathering: null, at, whenText: '', minutesPerRound: '', rounds: [emptyRound(row)] };
}

export function isEmptyRound(round: Round): boolean {
  const { people, words, talkShare, ease, stageRead } = round;
  const nothingSaid = talkShare === undefined && ease === undefined && stageRead === undefined;
  return people.length === 0 && words.trim() === '' && nothingSaid;
}

export function isEmptyRounds(draft: RoundsDraft, opened: RoundsDraft): boolean {
  return (
    draft.rounds.every(isEmptyRound) &&
    draft.gathering?.id === opened.gathering?.id &&
    draft.gathering?.name === opened.gathering?.name
  );
}

type Conversion =
  { kind: 'ready'; input: CallInput<'interactions.saveRounds'> } | { kind: 'issues'; issues: Issue[] };

/** The gathering and its meetings, one after the other by the minutes of a round. Rows left empty are not meetings. */
export function toRounds(draft: RoundsDraft, now: Date, draftId: string): Conversion {
  const length = understandMinutes(draft.minutesPerRound);
  const minutes = length.kind === 'understood' ? length.minutes : undefined;
  const issues = issuesOf(draft, length.kind === 'refused' ? length.message : null);
  const { gathering } = draft;
  if (issues.length > 0 || !gathering) return { kind: 'issues', issues };
  const written = draft.rounds.filter((round) => !isEmptyRound(round));
  const rounds = written.map((round, index) => {
    const at = localInstant(new Date(Date.parse(draft.at) + index * (minutes ?? 0) * 60_000));
    return debriefOf(round, at, minutes, gathering.id, now);
  });
  const named =
    gathering.id === null
      ? {
          fields: {
            name: gathering.name,
            from: draft.at,
            format: 'oneToOneRounds' as const,
            ...(minutes === undefined ? {} : { minutesPerRound: minutes }),
          },
        }
      : { id: gathering.id };
  return { kind: 'ready', input: { gathering: named, rounds, draftId } };
}

function issuesOf(draft: RoundsDraft, minutesProblem: string | null): Issue[] {
  const issues: Issue[] = [];
  if (!draft.gathering) issues.push({ field: 'gathering', message: 'Say at which gathering it was.' });
  if (draft.whenText.trim() !== '')
    issues.push({ field: 'when', message: `“${draft.whenText.trim()}” is not a date. Try “yesterday 7pm”.` });
  if (minutesProblem !== null) issues.push({ field: 'minutesPerRound', message: minutesProblem });
  if (draft.rounds.every(isEmptyRound))
    issues.push({
      field: `round.${draft.rounds[0]?.row ?? ''}.people`,
      message: 'Write down at least one round.',
    });
  for (const round of draft.rounds)
    if (!isEmptyRound(round) && round.people.length === 0)
      issues.push({ field: `round.${round.row}.people`, message: 'Say who it was with.' });
  return issues;
}

/** The form's field for a path in the call's input: `rounds.1.interaction.at` belongs to the second row that was sent. */
export function roundsFieldOf(path: readonly string[], draft: RoundsDraft): string {
  const [area, sent, , field] = path;
  if (area !== 'rounds') return area === 'gathering' ? 'gathering' : '';
  const round = draft.rounds.filter((one) => !isEmptyRound(one))[Number(sent)];
  return `round.${round?.row ?? ''}.${field === 'notes' ? 'words' : 'people'}`;
}

/** Everybody new in other rows, each once: they may be met in several rounds. */
export function newInOtherRows(draft: RoundsDraft, row: string): PickedPerson[] {
  const others = draft.rounds.filter((round) => round.row !== row).flatMap(({ people }) => people);
  return [
    ...new Map(others.filter(({ key }) => isNewPerson(key)).map((person) => [person.key, person])).values(),
  ];
}

function debriefOf(
  round: Round,
  at: Instant,
  minutes: number | undefined,
  gatheringId: string | null,
  now: Date,
): CallInput<'interactions.saveRounds'>['rounds'][number] {
  return {
    editing: null,
    interaction: {
      participants: round.people.map(({ key }) => ({ personId: key })),
      status: Date.parse(at) > now.getTime() ? 'planned' : 'held',
      at,
      kind: 'oneToOne',
      ...(minutes === undefined ? {} : { minutes }),
      ...(gatheringId === null ? {} : { gatheringId }),
      ...(round.words.trim() === '' ? {} : { notes: round.words }),
      ...(round.talkShare === undefined ? {} : { talkShare: round.talkShare }),
      ...(round.ease === undefined ? {} : { ease: round.ease }),
      ...(round.stageRead === undefined ? {} : { stageRead: round.stageRead }),
    },
    newPeople: round.people.filter(({ key }) => isNewPerson(key)),
    promises: [],
  };
}

/** Everyone named so far, to recognise the draft by. */
export function namesOf(draft: RoundsDraft): string {
  return draft.rounds
    .flatMap(({ people }) => people)
    .map(({ name }) => name)
    .join(', ');
}
