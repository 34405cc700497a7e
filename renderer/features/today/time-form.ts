import { z } from 'zod';
import type { CallInput } from '../../../shared/contract/contract';
import { understandDue } from '../../../shared/debrief/when';
import type { TimeLog } from '../../../shared/model/season';
import { formatDay } from '../../../shared/words/dates';

/** The form of extra time as it is typed. */
export const TimeValue = z.object({
  day: z.string(),
  channel: z.string(),
  minutes: z.string(),
  note: z.string(),
  /** The date that the text of the day was written from. */
  date: z.string().nullable(),
  editing: z.object({ id: z.string(), rev: z.string() }).nullable(),
});
export type TimeValue = z.infer<typeof TimeValue>;

export const newTime: TimeValue = {
  day: 'today',
  channel: '',
  minutes: '',
  note: '',
  date: null,
  editing: null,
};

export function formOf({ id, rev, date, channel, minutes, note }: TimeLog): TimeValue {
  return {
    day: dayText(date),
    channel,
    minutes: String(minutes),
    note: note ?? '',
    date,
    editing: { id, rev },
  };
}

/** "90", "1:30", "1h30", "1 h", "1.5 h", "45 min" in minutes; null when it says no length. */
export function readMinutes(text: string): number | null {
  const typed = text.trim().toLowerCase().replace(',', '.');
  const plain = /^(\d+)\s*(?:m|min|mins|minutes?)?$/.exec(typed);
  if (plain?.[1]) return Number(plain[1]);
  const both = /^(\d+)\s*(?::|h|hours?)\s*(\d{1,2})\s*(?:m|min|minutes?)?$/.exec(typed);
  if (both?.[1] && both[2] && Number(both[2]) < 60) return Number(both[1]) * 60 + Number(both[2]);
  const hours = /^(\d+(?:\.\d+)?)\s*(?:h|hours?)$/.exec(typed);
  return hours?.[1] ? Math.round(Number(hours[1]) * 60) : null;
}

export type SaveTime =
  { kind: 'ready'; input: CallInput<'timeLogs.save'> } | { kind: 'refused'; fields: Record<string, string> };

/** What is saved, or what is wrong at which field. */
export function toSave(value: TimeValue, now: Date): SaveTime {
  const fields: Record<string, string> = {};
  const minutes = readMinutes(value.minutes);
  if (minutes === null || minutes === 0) fields['timeLog.minutes'] = 'Say how long it took: 45, or 1:30.';
  if (value.channel.trim() === '') fields['timeLog.channel'] = 'Say what the time went into.';
  const day = readDay(value, now);
  if (day === null) fields['timeLog.date'] = 'This day was not understood. Try "yesterday" or 18 June.';
  if (minutes === null || day === null || Object.keys(fields).length > 0) return { kind: 'refused', fields };
  const note = value.note.trim();
  return {
    kind: 'ready',
    input: {
      editing: value.editing,
      timeLog: { date: day, channel: value.channel.trim(), minutes, ...(note === '' ? {} : { note }) },
    },
  };
}

function readDay(value: TimeValue, now: Date): string | null {
  if (value.date !== null && value.day === dayText(value.date)) return value.date;
  const read = understandDue(value.day, now);
  return read.kind === 'understood' ? read.on : null;
}

/** Always with its year, so that it is read back as the same day. */
function dayText(date: string): string {
  return formatDay(date, '0000');
}
