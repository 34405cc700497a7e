import { createContext, useContext } from 'react';
import type { CalendarDate, Id } from '../../../../shared/model/primitives';

const PastDay = createContext<CalendarDate | null>(null);

/** Around all that shows the person as they stood on a past day. */
export const PastDayProvider = PastDay.Provider;

/** The past day that the page shows. Null: today, and everything can be changed; the past cannot. */
export function usePastDay(): CalendarDate | null {
  return useContext(PastDay);
}

/** What a read of this page asks for: the person, and the past day that is shown. */
export function useAsShown(id: Id): { id: Id; on?: CalendarDate } {
  return asShown(id, usePastDay());
}

export function asShown(id: Id, day: CalendarDate | null): { id: Id; on?: CalendarDate } {
  return day === null ? { id } : { id, on: day };
}
