import type { CalendarDate } from '../../shared/model/primitives';
import { addDays } from '../../shared/model/time';
import { formatDay } from '../../shared/words/dates';

export interface DatePreset {
  label: string;
  from: CalendarDate;
  to: CalendarDate;
}

/** The spans that are asked for most, counted back from today. */
export function datePresets(today: CalendarDate): DatePreset[] {
  const year = Number(today.slice(0, 4));
  return [
    { label: 'Last 7 days', from: addDays(today, -6), to: today },
    { label: 'Last 30 days', from: addDays(today, -29), to: today },
    { label: 'Last 90 days', from: addDays(today, -89), to: today },
    { label: 'This year', from: `${year}-01-01`, to: `${year}-12-31` },
    { label: 'Last year', from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
  ];
}

/** "Dates", "Dates: last 30 days", "Dates: from Thu 18 Jun", "Dates: Mon 1 Jun to Thu 18 Jun". Empty: no bound. */
export function datesTitle(from: string, to: string, today: CalendarDate): string {
  if (from === '' && to === '') return 'Dates';
  const preset = datePresets(today).find((one) => one.from === from && one.to === to);
  if (preset) return `Dates: ${preset.label.toLowerCase()}`;
  if (to === '') return `Dates: from ${formatDay(from, today)}`;
  if (from === '') return `Dates: to ${formatDay(to, today)}`;
  return `Dates: ${formatDay(from, today)} to ${formatDay(to, today)}`;
}
