import { mondayOf } from '../../../shared/insight/time-by-channel';
import { addDays } from '../../../shared/model/time';
import { success } from '../../../shared/result';
import { bringBack, deleteTimeLog, mark, putOff, saveTimeLog } from '../changes/today';
import { change, type Handlers, labelOf, only } from './handling';
import type { Journal } from '../journal';
import { reviewKey, todayPage, weeklyReview } from '../views/today';

/** Today, the weekly review, and extra time. */
export function todayHandlers(journal: Journal): Handlers<'today' | 'review' | 'timeLogs'> {
  return {
    'today.page': ({ lines }) => todayPage(journal, lines),
    'today.putOff': async (input) => {
      const label = input.for === 'done' ? 'marking it as done' : `putting it off for ${input.for} days`;
      await change(journal, label, (tables, stamp) =>
        putOff(tables, stamp, { today: journal.today(), norms: journal.norms.current().norms.today }, input),
      );
      return {};
    },
    'today.bringBack': async ({ key }) => {
      await change(journal, 'bringing it back', (tables) => bringBack(tables, key));
      return {};
    },
    'review.people': () => weeklyReview(journal),
    'review.mark': async ({ personId, reviewed }) => {
      const line = reviewKey(personId);
      const today = journal.today();
      const until = addDays(mondayOf(today), 7);
      await change(journal, 'the mark in the weekly review', (tables, stamp) =>
        reviewed ? success(mark(tables, stamp, today, { line, until, done: true })) : bringBack(tables, line),
      );
      return {};
    },
    'timeLogs.save': async (input) => {
      const label = labelOf(input.editing, `time on ${input.timeLog.channel}`);
      const saved = await change(journal, label, (tables, stamp) => saveTimeLog(tables, stamp, input));
      return { id: only(saved).id };
    },
    'timeLogs.delete': async ({ id }) => {
      await change(journal, 'deleting the time', (tables) => deleteTimeLog(tables, id));
      return {};
    },
    'timeLogs.channels': () => ({ channels: channelsUsed(journal) }),
  };
}

function channelsUsed(journal: Journal): string[] {
  const used = new Map<string, number>();
  for (const { channel } of journal.tables.all('timeLog')) used.set(channel, (used.get(channel) ?? 0) + 1);
  return [...used].sort((a, b) => b[1] - a[1]).map(([channel]) => channel);
}
