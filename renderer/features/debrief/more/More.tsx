import type { DebriefDraft } from '../debrief-draft';
import { Circumstances } from './Circumstances';
import { EachPerson } from './EachPerson';
import { ExchangeNotes } from './ExchangeNotes';
import classes from './more.module.css';
import { Next } from './Next';
import { Questions } from './Questions';
import { Feedback, Sides } from './Sides';

/** Everything that is one key away. `onBank`: what was written is kept, and the question bank opens. */
export function More({ onBank }: { onBank: () => void }) {
  return (
    <div id="debrief-more" className={classes.more} role="group" aria-label="More about it">
      <Next />
      <Circumstances />
      <Questions onBank={onBank} />
      <Sides />
      <Feedback />
      <ExchangeNotes />
      <EachPerson />
    </div>
  );
}

/** Whether an entry holds something that only More shows: then it is open from the start. */
export function saysMore(draft: DebriefDraft): boolean {
  const texts = [
    draft.place,
    draft.travelMinutes,
    draft.remindersSent,
    draft.questionsTheyAsked,
    draft.theyAsked,
    draft.followUpReason,
    draft.nextStep,
    draft.feedback.given,
    draft.feedback.heldBack,
    draft.feedback.askedFor,
  ];
  const facts = [
    draft.groundChosenBy,
    draft.initiatedBy,
    draft.answered,
    draft.repaired,
    draft.ask.mine,
    draft.ask.theirs,
    draft.pitch.theirs,
  ];
  return (
    texts.some((text) => text !== '') ||
    facts.some((fact) => fact !== undefined) ||
    draft.gathering !== null ||
    [draft.questionsAsked, draft.conduct, draft.tags].some((list) => list.length > 0) ||
    draft.exchanges.some(({ note, about }) => note !== '' || about !== undefined) ||
    draft.people.some((person) => person.note !== '' || person.ease !== undefined) ||
    draft.status === 'cancelled' ||
    draft.status === 'noShow'
  );
}
