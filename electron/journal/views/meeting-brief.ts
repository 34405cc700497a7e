import type { MeetingBrief, MeetingPerson } from '../../../shared/contract/meetings';
import { openingsOf } from '../../../shared/insight/openings';
import { plannedMeetings } from '../../../shared/insight/planned';
import type { Interaction } from '../../../shared/model/interaction';
import { type Person, standingAsOf } from '../../../shared/model/person';
import type { Id } from '../../../shared/model/primitives';
import { epochMs } from '../../../shared/model/time';
import { FailureError } from '../files/failure-error';
import type { Journal } from '../journal';
import { briefPerson, mayComeTo } from './brief-person';
import { entryView, lastHeld } from './entries';

const END_OF_TIME = '9999-12-31';
/** Nobody reads more before a meeting; the person's page has the rest. */
const CALLED_OFF_SHOWN = 5;
const MOST_PEOPLE = 20;

/** One page to read before a meeting. Without an id: before the next one planned; null where none is. */
export function meetingBrief(journal: Journal, id: Id | null): MeetingBrief | null {
  const entry = id === null ? nextMeeting(journal) : journal.tables.get('interaction', id);
  if (!entry) {
    if (id === null) return null;
    throw new FailureError({ kind: 'notFound', what: 'meeting' });
  }
  const people = entry.participants.flatMap(({ personId }) => journal.tables.get('person', personId) ?? []);
  return {
    entry: entryView(journal, entry),
    people: people.slice(0, MOST_PEOPLE).map((person) => meetingPerson(journal, person)),
    apart: entry.gatheringId === undefined ? [] : keptApart(journal, entry.gatheringId),
  };
}

/** The next one planned from now on. */
function nextMeeting(journal: Journal): Interaction | undefined {
  const nowMs = journal.now().getTime();
  for (const entry of journal.tables.chronology.betweenDays(journal.today(), END_OF_TIME))
    if (entry.status === 'planned' && epochMs(entry.at) >= nowMs) return entry;
  return undefined;
}

function keptApart(journal: Journal, gatheringId: Id): MeetingBrief['apart'] {
  const today = journal.today();
  return mayComeTo(journal, gatheringId)
    .filter((person) => standingAsOf(person, today) === 'keepDistance')
    .map(({ id }) => journal.personName(id));
}

function meetingPerson(journal: Journal, person: Person): MeetingPerson {
  const slice = journal.insights.slice(person.id);
  const insight = journal.insights.of(person.id);
  if (!slice || !insight) throw new FailureError({ kind: 'notFound', what: 'person' });
  const asOf = journal.asOf();
  const held = lastHeld(journal, slice.interactions);
  const { worthAsking, heldBack } = openingsOf(
    slice,
    insight.stage.evidence,
    [...journal.tables.all('question')],
    asOf,
  );
  const meetings = plannedMeetings(slice, asOf);
  return {
    ...briefPerson(journal, person),
    role: person.role ?? null,
    headline: person.headline ?? null,
    introducers: (person.met?.introducedBy ?? []).map((by) => journal.personName(by)),
    stage: insight.stage,
    nextStep: held?.nextStep ?? null,
    followUpReason: held?.followUpReason ?? null,
    worthAsking: worthAsking.map(({ question }) => question.text),
    heldBack,
    incumbents: person.incumbents ?? [],
    calledOff: meetings
      .filter(({ outcome }) => outcome !== 'held')
      .reverse()
      .slice(0, CALLED_OFF_SHOWN),
    meetings: meetings.length,
  };
}
