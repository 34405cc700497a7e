import { understandMinutes } from '../../../shared/debrief/minutes';
import { type DateOrder, understandDue, understandWhen } from '../../../shared/debrief/when';
import type { CallInput } from '../../../shared/contract/contract';
import { Debrief } from '../../../shared/contract/interactions';
import { isNewPerson, type PickedPerson } from '../../ui/person-options';
import { type DebriefDraft, type DraftPromise, statusOf } from './debrief-draft';

/** A field that needs another look, by its `data-field` name. */
export interface Issue {
  field: string;
  message: string;
}

export type Conversion =
  { kind: 'ready'; debrief: CallInput<'interactions.save'> } | { kind: 'issues'; issues: Issue[] };

interface Circumstances {
  now: Date;
  order: DateOrder;
  draftId: string | null;
}

/** The record that the form describes, or what in it makes no sense. What was not touched is not in it. */
export function toDebrief(draft: DebriefDraft, circumstances: Circumstances): Conversion {
  const issues: Issue[] = [];
  const debrief = {
    editing: draft.editing,
    interaction: interactionOf(draft, circumstances, issues),
    newPeople: newPeopleIn(draft),
    promises: promisesOf(draft, circumstances, issues),
    ...(circumstances.draftId === null ? {} : { draftId: circumstances.draftId }),
  };
  if (draft.people.length === 0) issues.unshift({ field: 'people', message: 'Say who it was with.' });
  if (issues.length > 0) return { kind: 'issues', issues };
  const checked = Debrief.safeParse(debrief);
  if (checked.success) return { kind: 'ready', debrief: checked.data };
  return {
    kind: 'issues',
    issues: checked.error.issues.map(({ path, message }) => ({ field: fieldOf(path, draft), message })),
  };
}

/** Those who took part, and those to whom there was an introduction. */
export function newPeopleIn({
  people,
  exchanges,
}: Pick<DebriefDraft, 'people' | 'exchanges'>): PickedPerson[] {
  const named = [...people, ...exchanges.flatMap(({ about }) => about ?? [])];
  const fresh = named
    .filter(({ key }) => isNewPerson(key))
    .map(({ key, name }) => [key, { key, name }] as const);
  return [...new Map(fresh).values()];
}

/** The form's field for a path in the call's input, `interaction.place` or `promises.0.what`. */
export function fieldOf(path: readonly PropertyKey[], draft: DebriefDraft): string {
  const [area, first, second] = path.map(String);
  if (area === 'newPeople') return 'people';
  if (area === 'promises') return `promises.${formIndex(draft, Number(first))}.${second ?? 'what'}`;
  if (first === 'participants') return 'people';
  if (first === 'notes') return 'words';
  if (first === 'at') return 'when';
  return [first, second].filter((part) => part !== undefined).join('.');
}

/** Lines left empty are not sent, so the n-th promise of the call may be a later one of the form. */
function formIndex(draft: DebriefDraft, sent: number): number {
  const indexes = draft.promises.flatMap((promise, index) => (isBlank(promise) ? [] : [index]));
  return indexes[sent] ?? sent;
}

function interactionOf(draft: DebriefDraft, circumstances: Circumstances, issues: Issue[]) {
  const known = new Set(draft.people.map((person) => person.key));
  const own = <T extends { personId?: string | undefined }>(item: T): T => concerning(item, known);
  return {
    ...draft.unknown,
    ...entered({
      participants: draft.people.map(({ key, name: _name, ...rest }) => entered({ personId: key, ...rest })),
      status: statusOf(
        { status: draft.status, at: momentOf(draft, circumstances, issues) },
        circumstances.now,
      ),
      calledOffBy: draft.calledOffBy,
      remindersSent: countOf(draft.remindersSent, 'remindersSent', issues),
      at: momentOf(draft, circumstances, []),
      minutes: minutesOf(draft.minutes, 'minutes', issues),
      travelMinutes: minutesOf(draft.travelMinutes, 'travelMinutes', issues),
      kind: draft.kind,
      gatheringId: draft.gathering?.id,
      place: draft.place,
      ground: draft.ground,
      groundChosenBy: draft.groundChosenBy,
      initiatedBy: draft.initiatedBy,
      answered: draft.answered,
      answeredAt: answeredAtOf(draft, circumstances, issues),
      talkShare: draft.talkShare,
      ease: draft.ease,
      openness: draft.openness,
      questionsAsked: draft.questionsAsked
        .filter((question) => question.text.trim() !== '' || question.questionId !== undefined)
        .map((question) => entered(own(question))),
      questionsTheyAsked: countOf(draft.questionsTheyAsked, 'questionsTheyAsked', issues),
      theyAsked: draft.theyAsked,
      exchanges: draft.exchanges.map(({ about, ...exchange }) =>
        entered({ ...own(exchange), aboutPersonId: about?.key }),
      ),
      pitch: levelsOf(own(draft.pitch)),
      ask: levelsOf(own(draft.ask)),
      conduct: draft.conduct.map((conduct) => entered(own(conduct))),
      feedback: orNothing(entered(draft.feedback)),
      followUpReason: draft.followUpReason,
      nextStep: draft.nextStep,
      stageRead: draft.stageRead,
      repaired: draft.repaired,
      notes: draft.words,
      tags: draft.tags,
    }),
  };
}

/** What was entered: without absent fields, blank texts and empty lists. */
function entered<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const kept = Object.entries(fields).filter(([, value]) => {
    if (value === undefined) return false;
    if (typeof value === 'string') return value.trim() !== '';
    return !Array.isArray(value) || value.length > 0;
  });
  return Object.fromEntries(kept) as { [K in keyof T]: Exclude<T[K], undefined> };
}

function orNothing<T extends object>(fields: T): T | undefined {
  return Object.keys(fields).length > 0 ? fields : undefined;
}

/** A pitch or an ask without a level says nothing, whomever it names. */
function levelsOf<T extends { mine?: unknown; theirs?: unknown }>(levels: T) {
  return levels.mine === undefined && levels.theirs === undefined ? undefined : entered(levels);
}

/** A new person who is not in the form any more cannot be referred to. */
function concerning<T extends { personId?: string | undefined }>(item: T, known: ReadonlySet<string>): T {
  const { personId } = item;
  if (personId === undefined || !isNewPerson(personId) || known.has(personId)) return item;
  return { ...item, personId: undefined };
}

function momentOf(draft: DebriefDraft, { now, order }: Circumstances, issues: Issue[]): string {
  if (draft.whenText.trim() === '') return draft.at;
  const when = understandWhen(draft.whenText, now, order);
  if (when.kind === 'understood') return when.at;
  issues.push({ field: 'when', message: when.message });
  return draft.at;
}

function answeredAtOf(draft: DebriefDraft, { now, order }: Circumstances, issues: Issue[]) {
  if (draft.answered === false) return undefined;
  if (draft.answeredText.trim() === '') return draft.answeredAt;
  const when = understandWhen(draft.answeredText, now, order);
  if (when.kind === 'understood') return when.at;
  issues.push({ field: 'answeredAt', message: when.message });
  return undefined;
}

function minutesOf(text: string, field: string, issues: Issue[]): number | undefined {
  const length = understandMinutes(text);
  if (length.kind === 'refused') issues.push({ field, message: length.message });
  return length.kind === 'understood' ? length.minutes : undefined;
}

function countOf(text: string, field: string, issues: Issue[]): number | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  if (/^\d{1,4}$/.test(typed) && Number(typed) <= 1_000) return Number(typed);
  issues.push({ field, message: `“${typed}” is not a count. Use a whole number up to 1,000.` });
  return undefined;
}

function promisesOf(draft: DebriefDraft, circumstances: Circumstances, issues: Issue[]) {
  const known = new Set(draft.people.map((person) => person.key));
  return draft.promises.flatMap((promise, index) => {
    if (isBlank(promise)) return [];
    const field = `promises.${index}`;
    if (promise.what.trim() === '')
      issues.push({ field: `${field}.what`, message: 'Say what was promised.' });
    const { personId } = concerning(promise, known);
    return [
      entered({
        id: promise.id,
        personId: personId ?? draft.people[0]?.key ?? '',
        by: promise.by,
        what: promise.what,
        dueOn: dueOf(promise, `${field}.dueOn`, draft, circumstances, issues),
        status: promise.status,
        closedOn: promise.closedOn,
      }),
    ];
  });
}

/** The day from which "by Friday" counts: the meeting's, or today when it lies ahead. */
export function dueFrom(draft: Pick<DebriefDraft, 'at'>, now: Date): Date {
  return new Date(Math.min(Date.parse(draft.at), now.getTime()));
}

function dueOf(
  promise: DraftPromise,
  field: string,
  draft: DebriefDraft,
  { now, order }: Circumstances,
  issues: Issue[],
): string | undefined {
  if (promise.dueText.trim() === '') return promise.dueOn;
  const due = understandDue(promise.dueText, dueFrom(draft, now), order);
  if (due.kind === 'understood') return due.on;
  issues.push({ field, message: due.message });
  return undefined;
}

/** A line that was added but not filled in. A promise that is in the journal is never blank: emptied, it needs a look. */
function isBlank(promise: DraftPromise): boolean {
  return (
    promise.id === undefined &&
    promise.what.trim() === '' &&
    promise.dueText.trim() === '' &&
    promise.dueOn === undefined
  );
}
