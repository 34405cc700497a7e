import type { Channel, Person, PersonDate } from '../model/person';
import type { CalendarDate, Id, Instant } from '../model/primitives';
import type { SampleCalendar } from './calendar';
import type { Directory } from './directory';
import { withMentions } from './records';
import type { PersonStory } from './story';

/** The record of a person who was added to the journal at `addedAt`. */
export function personRecordOf(
  story: PersonStory,
  id: Id,
  addedAt: Instant,
  calendar: SampleCalendar,
  directory: Directory,
): Person {
  const {
    key,
    email,
    phone,
    web,
    social,
    circles,
    met,
    birthday,
    anniversary,
    standing,
    partnerSince,
    notes,
    ...facts
  } = story;
  const channels = channelsOf(story);
  const dates = datesOf(story, calendar);
  const metOn = met?.on ? calendar.dateOf(met.on) : met?.at ? directory.gathering(met.at).date : undefined;
  const touched = standing ? calendar.instant(calendar.dateOf(standing.since), '20:10') : addedAt;
  return {
    id,
    createdAt: addedAt,
    updatedAt: touched,
    rev: `${touched}-0000-sample`,
    ...facts,
    ...(channels.length > 0 && { channels }),
    ...(dates.length > 0 && { dates }),
    ...(circles && { circleIds: circles.map((circle) => directory.circle(circle)) }),
    ...(met && {
      met: {
        ...(metOn && { date: metOn }),
        ...(met.at && { gatheringId: directory.gathering(met.at).id }),
        ...(met.by && { introducedBy: met.by.map((by) => directory.id(by)) }),
      },
    }),
    ...(standing && {
      standing: {
        ...standing,
        since: calendar.dateOf(standing.since),
        ...(standing.closingNote && { closingNote: withMentions(standing.closingNote, directory) }),
      },
    }),
    ...(partnerSince && { partnerSince: calendar.dateOf(partnerSince) }),
    ...(notes && { notes: withMentions(notes, directory) }),
  };
}

function channelsOf({ email, phone, web, social }: PersonStory): Channel[] {
  return [
    ...(email ? [{ kind: 'email' as const, value: email, label: 'work' }] : []),
    ...(phone ? [{ kind: 'phone' as const, value: phone, label: 'mobile' }] : []),
    ...(web ? [{ kind: 'web' as const, value: web }] : []),
    ...(social ? [{ kind: 'social' as const, value: social }] : []),
  ];
}

function datesOf({ birthday, anniversary }: PersonStory, calendar: SampleCalendar): PersonDate[] {
  return [
    ...(birthday ? [{ kind: 'birthday' as const, on: yearlyDate(birthday, calendar) }] : []),
    ...(anniversary
      ? [{ kind: 'anniversary' as const, on: yearlyDate(anniversary.on, calendar), label: anniversary.label }]
      : []),
  ];
}

function yearlyDate(text: string, calendar: SampleCalendar): CalendarDate {
  return /^(?:\d{4}|-)-\d\d-\d\d$/.test(text) ? text : `-${calendar.dateOf(text).slice(4)}`;
}
