import { z } from 'zod';
import type { CallInput } from '../../../shared/contract/contract';
import { understandDue } from '../../../shared/debrief/when';
import type { Season } from '../../../shared/model/season';
import { formatDay } from '../../../shared/words/dates';

/** The form of a change of direction as it is typed. Dates are text until they are saved. */
export const SeasonValue = z.object({
  name: z.string(),
  from: z.string(),
  to: z.string(),
  change: z.string(),
  /** The dates that the texts were written from. */
  dates: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
  editing: z.object({ id: z.string(), rev: z.string() }).nullable(),
});
export type SeasonValue = z.infer<typeof SeasonValue>;

export const newSeason: SeasonValue = {
  name: '',
  from: 'today',
  to: '',
  change: '',
  dates: { from: null, to: null },
  editing: null,
};

export function formOf({ id, rev, name, from, to, change }: Season): SeasonValue {
  return {
    name,
    from: dayText(from),
    to: to === undefined ? '' : dayText(to),
    change: change ?? '',
    dates: { from, to: to ?? null },
    editing: { id, rev },
  };
}

export type SaveSeason =
  { kind: 'ready'; input: CallInput<'seasons.save'> } | { kind: 'refused'; fields: Record<string, string> };

/** What is saved, or what is wrong at which field. */
export function toSave(value: SeasonValue, now: Date): SaveSeason {
  const fields: Record<string, string> = {};
  if (value.name.trim() === '') fields['season.name'] = 'Give it a name, such as “Fewer workshops”.';
  const from = readDay(value.from, value.dates.from, now);
  const to = value.to.trim() === '' ? undefined : readDay(value.to, value.dates.to, now);
  if (from === null) fields['season.from'] = NOT_A_DAY;
  if (to === null) fields['season.to'] = NOT_A_DAY;
  if (from === null || to === null || Object.keys(fields).length > 0) return { kind: 'refused', fields };
  const change = value.change.trim();
  return {
    kind: 'ready',
    input: {
      editing: value.editing,
      season: {
        name: value.name.trim(),
        from,
        ...(to === undefined ? {} : { to }),
        ...(change === '' ? {} : { change }),
      },
    },
  };
}

const NOT_A_DAY = 'This day was not understood. Try “1 March” or 2026-03-01.';

function readDay(text: string, writtenFrom: string | null, now: Date): string | null {
  if (writtenFrom !== null && text === dayText(writtenFrom)) return writtenFrom;
  const read = understandDue(text, now);
  return read.kind === 'understood' ? read.on : null;
}

/** Always with its year, so that it is read back as the same day. */
function dayText(date: string): string {
  return formatDay(date, '0000');
}
