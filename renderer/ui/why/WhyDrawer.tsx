import { Drawer } from '@mantine/core';
import { IconCheck, IconPoint, IconAlertCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { EvidenceRef } from '../../../shared/insight/types';
import type { CalendarDate, Id } from '../../../shared/model/primitives';
import { useRead } from '../../api';
import { EvidenceLine } from './EvidenceLine';
import type { Explanation, Reason } from './explanation';
import classes from './Why.module.css';

interface WhyDrawerProps {
  /** Null: closed. */
  explanation: Explanation | null;
  /** Whose facts of an entry are named; absent: everybody's. */
  personId?: Id | undefined;
  today: CalendarDate;
  onClose: () => void;
  /** Shows where it stands in the timeline. */
  onOpen: (ref: EvidenceRef) => void;
}

/** Why a figure is what it is: each reason with the entries for and against it. */
export function WhyDrawer({ explanation, personId, today, onClose, onOpen }: WhyDrawerProps) {
  // The words stay while the drawer slides away.
  const [last, setLast] = useState(explanation);
  if (explanation && explanation !== last) setLast(explanation);
  const shown = explanation ?? last;
  return (
    <Drawer
      opened={explanation !== null}
      onClose={onClose}
      position="right"
      size={430}
      title={shown?.title}
      classNames={{ title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {shown?.groups.map((group, index) => (
        <section key={group.heading ?? index} className={classes.group}>
          {group.heading ? <h3 className={classes.heading}>{group.heading}</h3> : null}
          {group.words.map((words) => (
            <p key={words} className={classes.words}>
              {words}
            </p>
          ))}
          {group.people ? <PeopleList people={group.people} inAll={group.inAll} onOpen={onClose} /> : null}
          {group.reasons.map((reason) => (
            <ReasonList
              key={reason.sentence}
              reason={reason}
              fit={group.reasons.length > 1 ? SHOWN_AMONG_OTHERS : SHOWN_ALONE}
              personId={personId}
              today={today}
              onOpen={onOpen}
            />
          ))}
        </section>
      ))}
    </Drawer>
  );
}

/** Lines that a reason shows at first: fewer where there are several reasons to read. */
const SHOWN_ALONE = 8;
const SHOWN_AMONG_OTHERS = 3;

interface PeopleListProps {
  people: readonly string[];
  inAll?: number | undefined;
  onOpen: () => void;
}

/** The people whom a figure counts. */
function PeopleList({ people, inAll = people.length, onOpen }: PeopleListProps) {
  const [all, setAll] = useState(false);
  const shown = all ? people.slice(0, MOST_NAMES) : people.slice(0, PEOPLE_SHOWN);
  const read = useRead('people.names', { ids: shown });
  return (
    <>
      <ul className={classes.lines}>
        {(read.data?.people ?? []).map((person) => (
          <li key={person.id}>
            <Link href={`/people/${person.id}`} className={classes.line} onClick={onOpen}>
              <span className={classes.what}>
                <bdi>{person.name}</bdi>
                {person.organisation ? <span className={classes.rest}> {person.organisation}</span> : null}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {people.length > shown.length && !all ? (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          Show {inAll > MOST_NAMES ? `the first ${MOST_NAMES} of ` : 'all '}
          {inAll}
        </button>
      ) : null}
    </>
  );
}

const PEOPLE_SHOWN = 20;
/** As many names as one call answers. */
const MOST_NAMES = 500;

interface ReasonListProps {
  reason: Reason;
  fit: number;
  /** Whose facts of an entry are named; absent: everybody's. */
  personId?: Id | undefined;
  today: CalendarDate;
  onOpen: (ref: EvidenceRef) => void;
}

function ReasonList({ reason, fit, personId, today, onOpen }: ReasonListProps) {
  const [all, setAll] = useState(false);
  const refs = all ? reason.refs : reason.refs.slice(0, fit);
  const inAll = reason.inAll ?? reason.refs.length;
  return (
    <div className={classes.reason}>
      {reason.sentence ? (
        <p className={classes.sentence} data-sign={reason.sign}>
          <Sign sign={reason.sign} />
          <span>{reason.sentence}</span>
        </p>
      ) : null}
      <ul className={classes.lines}>
        {refs.map((ref) => (
          <li key={refKey(ref)}>
            <EvidenceLine evidence={ref} personId={personId} today={today} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {reason.refs.length > refs.length ? (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          Show {inAll > reason.refs.length ? `the latest ${reason.refs.length} of ` : 'all '}
          {inAll}
        </button>
      ) : null}
    </div>
  );
}

function Sign({ sign }: { sign: Reason['sign'] }) {
  switch (sign) {
    case 'for':
      return <IconCheck size={15} role="img" aria-label="Met:" />;
    case 'against':
      return <IconAlertCircle size={15} role="img" aria-label="Missing:" />;
    case 'none':
      return <IconPoint size={15} aria-hidden="true" />;
  }
}

function refKey(ref: EvidenceRef): string {
  return ref.kind === 'exchange' ? `${ref.id} ${ref.index}` : `${ref.kind} ${ref.id}`;
}
