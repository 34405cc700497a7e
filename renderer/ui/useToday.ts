import { useEffect, useRef, useState } from 'react';
import type { CalendarDate } from '../../shared/model/primitives';
import { todayHere } from '../../shared/words/dates';

const LOOK_EVERY_MS = 30_000;

/** Today, and after midnight the next day: an app that stays open overnight must not show yesterday's words. */
export function useToday(): CalendarDate {
  const [today, setToday] = useState(() => todayHere());
  useLook(() => setToday(todayHere()));
  return today;
}

/** The present moment, to half a minute. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useLook(() => setNow(new Date()));
  return now;
}

/** Looks at the clock now and then, and when the window comes back into sight. */
function useLook(look: () => void): void {
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  });
  useEffect(() => {
    const now = () => latest.current();
    const timer = setInterval(now, LOOK_EVERY_MS);
    document.addEventListener('visibilitychange', now);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', now);
    };
  }, []);
}
