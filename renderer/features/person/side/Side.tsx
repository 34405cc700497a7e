import { Link } from 'wouter';
import type { PersonPage } from '../../../../shared/contract/people';
import type { EvidenceRef } from '../../../../shared/insight/types';
import type { CalendarDate } from '../../../../shared/model/primitives';
import { formatDay, formatInstant } from '../../../../shared/words/dates';
import { kindLabels } from '../../../../shared/words/labels';
import { Breakdown } from '../breakdown/Breakdown';
import type { FigureName } from '../why/explain';
import { About } from './About';
import { Channels } from './Channels';
import { Dormant } from './Dormant';
import { HowYouMet } from './HowYouMet';
import { Ladder } from './Ladder';
import { LookingFor } from './LookingFor';
import { openFollowUp } from '../followup/overlay';
import { usePastDay } from '../past/past-day';
import { Openings } from './Openings';
import { Owed } from './Owed';
import classes from './Side.module.css';
import { Replies } from './Replies';
import { SideCard } from './SideCard';
import { WhoIntroduced } from './WhoIntroduced';

interface SideProps {
  data: PersonPage;
  today: CalendarDate;
  onFind: (ref: EvidenceRef) => void;
  onWhy: (figure: FigureName) => void;
}

/** Beside the history: what is owed, what the relationship rests on, and what is known of the person. */
export function Side({ data, today, onFind, onWhy }: SideProps) {
  return (
    <aside className={classes.side} aria-label={`About ${data.person.name}`}>
      <Dormant rhythm={data.rhythm} />
      <NextMeeting data={data} today={today} />
      <NextStep data={data} today={today} onFind={onFind} />
      <Owed person={data.person} owed={data.owed} today={today} />
      <Ladder personId={data.person.id} stage={data.stage} today={today} onWhy={() => onWhy('stage')} />
      <Replies replies={data.replies} today={today} onFind={onFind} onWhy={() => onWhy('replies')} />
      <Breakdown person={data.person} onFind={onFind} />
      <Openings person={data.person} today={today} onFind={onFind} />
      <LookingFor person={data.person} />
      <WhoIntroduced person={data.person} today={today} />
      <HowYouMet data={data} today={today} />
      <Channels channels={data.person.channels ?? []} />
      <About person={data.person} today={today} />
    </aside>
  );
}

function NextMeeting({ data, today }: Pick<SideProps, 'data' | 'today'>) {
  const next = data.nextMeeting;
  if (!next) return null;
  return (
    <SideCard title="Next meeting">
      <p className={classes.words}>
        {kindLabels[next.kind]}, {formatInstant(next.at, today)}
      </p>
      <Link href={`/meetings/${next.id}`} className={classes.link}>
        Brief
      </Link>
    </SideCard>
  );
}

function NextStep({ data, today, onFind }: Omit<SideProps, 'onWhy'>) {
  const next = data.nextStep;
  const past = usePastDay() !== null;
  if (!next) return null;
  return (
    <SideCard title="Next step">
      <p className={classes.words}>{next.text}</p>
      <button
        type="button"
        className={classes.link}
        onClick={() => onFind({ kind: 'interaction', id: next.interactionId })}
      >
        noted {formatDay(next.on, today)}
      </button>{' '}
      {past ? null : (
        <button
          type="button"
          className={classes.link}
          onClick={() => openFollowUp({ personId: data.person.id })}
        >
          Draft a follow-up
        </button>
      )}
    </SideCard>
  );
}
