import { useCallback, useState } from 'react';
import type { PersonPage } from '../../../../shared/contract/people';
import type { CalendarDate } from '../../../../shared/model/primitives';
import { useRead } from '../../../api';
import { asShown } from './past-day';

export interface Past {
  /** The past day that is shown; null: today. */
  day: CalendarDate | null;
  /** The page as it stood then. While another day is read the former one stays. */
  data: PersonPage;
  isReading: boolean;
  error: Error | null;
  retry: () => void;
  lookBack: (day: CalendarDate | null) => void;
  backToToday: () => void;
}

/** The day that the page of a person shows, and the page on that day. `now` is today's. */
export function usePast(now: PersonPage): Past {
  const [day, setDay] = useState<CalendarDate | null>(null);
  const then = useRead('people.page', asShown(now.person.id, day));
  const backToToday = useCallback(() => setDay(null), []);
  return {
    day,
    data: day === null ? now : (then.data ?? now),
    isReading: then.isPlaceholderData,
    error: then.error,
    retry: () => void then.refetch(),
    lookBack: setDay,
    backToToday,
  };
}
