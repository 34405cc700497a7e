import { useEffect, useState } from 'react';
import type { CalendarDate } from '../../shared/model/primitives';
import { todayHere } from './dates';

const LOOK_EVERY_MS = 30_000;

/** Today, and after midnight the next day: an app that stays open overnight must not show yesterday's words. */
export function useToday(): CalendarDate {
  const [today, setToday] = useState(() => todayHere());
  useEffect(() => {
    const look = () => setToday(todayHere());
    const timer = setInterval(look, LOOK_EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return today;
}
