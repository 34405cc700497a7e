import type { Replies as Data, Waiting } from '../../../../shared/insight/replies';
import type { EvidenceRef } from '../../../../shared/insight/types';
import type { CalendarDate } from '../../../../shared/model/primitives';
import { formatDay } from '../../../../shared/words/dates';
import { owedWords, unansweredWords, usualReplyWords } from '../../../../shared/words/replies';
import classes from './Side.module.css';
import { SideCard } from './SideCard';

interface RepliesProps {
  replies: Data;
  today: CalendarDate;
  onFind: (ref: EvidenceRef) => void;
  onWhy: () => void;
}

/** Who waits for a reply, and how soon one usually comes. */
export function Replies({ replies, today, onFind, onWhy }: RepliesProps) {
  const { unanswered, owed, usual } = replies;
  if (!unanswered && !owed && usual.times.length === 0) return null;
  const why = (
    <button type="button" className={classes.link} aria-label="Why: replies" onClick={onWhy}>
      Why
    </button>
  );
  return (
    <SideCard title="Replies" action={why}>
      {owed ? <Line waiting={owed} words={owedWords(owed)} today={today} onFind={onFind} /> : null}
      {unanswered ? (
        <Line waiting={unanswered} words={unansweredWords(unanswered)} today={today} onFind={onFind} />
      ) : null}
      <p className={classes.dim}>{usualReplyWords(usual)}</p>
    </SideCard>
  );
}

interface LineProps extends Pick<RepliesProps, 'today' | 'onFind'> {
  waiting: Waiting;
  words: string;
}

function Line({ waiting, words, today, onFind }: LineProps) {
  const [first] = waiting.evidence;
  return (
    <p className={classes.words}>
      {words}{' '}
      {first ? (
        <button type="button" className={classes.link} onClick={() => onFind(first)}>
          since {formatDay(waiting.since, today)}
        </button>
      ) : null}
    </p>
  );
}
