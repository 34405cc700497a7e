import { noteReminder, settleMeeting } from '../changes/meetings';
import { change, type Handlers, only } from './handling';
import type { Journal } from '../journal';
import { meetingBrief } from '../views/meeting-brief';

const SETTLING = { cancelled: 'calling off the meeting', noShow: 'noting that nobody came' } as const;

/** The brief before a planned meeting, and what became of it. */
export function meetingHandlers(journal: Journal): Handlers<'meetings'> {
  return {
    'meetings.brief': ({ id }) => ({ today: journal.today(), brief: meetingBrief(journal, id) }),
    'meetings.settle': async (input) => {
      await change(journal, SETTLING[input.as.kind], (tables, stamp) => settleMeeting(tables, stamp, input));
      return {};
    },
    'meetings.remind': async ({ id }) => {
      const saved = only(
        await change(journal, 'counting the reminder', (tables, stamp) => noteReminder(tables, stamp, id)),
      );
      return { remindersSent: (saved.type === 'interaction' ? saved.after?.remindersSent : undefined) ?? 0 };
    },
  };
}
