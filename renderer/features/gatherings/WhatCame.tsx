import { useState } from 'react';
import { Link } from 'wouter';
import type { BriefPerson } from '../../../shared/contract/meetings';
import type { Norms } from '../../../shared/insight/norms';
import type { Funnel } from '../../../shared/insight/network/gathering-return';
import { useRead } from '../../api';
import { formatMinutes } from '../../../shared/words/dates';
import { useToday } from '../../ui/useToday';
import type { Explanation } from '../../ui/why/explanation';
import { WhyDrawer } from '../../ui/why/WhyDrawer';
import { briefFacts } from '../../../shared/words/brief';
import { aboutShare, percent } from '../../../shared/words/labels';
import { costWords } from '../../../shared/words/money';
import { capitalised, count } from '../../../shared/words/spans';
import { funnelSteps } from './funnel-words';
import classes from './WhatCame.module.css';
import { Card } from './RecordParts';

/** From the people met there to a second contact, Like, Trust and business, against hours and money. */
export function WhatCame({ gatheringId }: { gatheringId: string }) {
  const { data } = useRead('insights.gathering', { id: gatheringId });
  if (!data?.funnel || data.funnel.met.length === 0) return null;
  return (
    <Card title="What came of it">
      <FunnelBars funnel={data.funnel} norms={data.norms} />
    </Card>
  );
}

function FunnelBars({ funnel, norms }: { funnel: Funnel; norms: Norms['comparison'] }) {
  const [why, setWhy] = useState<Explanation | null>(null);
  const today = useToday();
  const within = count(norms.connectWithin, 'day');
  const { met, pending, given, received, minutes, cost, liked } = funnel;
  const price = [...(minutes > 0 ? [formatMinutes(minutes)] : []), ...cost.map((one) => costWords(one))];
  return (
    <>
      <ul className={classes.steps}>
        {funnelSteps(funnel, norms).map(({ label, people }) => (
          <li key={label}>
            <button
              type="button"
              className={classes.step}
              disabled={people.length === 0}
              onClick={() =>
                setWhy({ title: label, groups: [{ heading: null, words: [], reasons: [], people }] })
              }
            >
              <span>{label}</span>
              <span className={classes.track} aria-hidden="true">
                <span className={classes.fill} style={{ width: `${(people.length / met.length) * 100}%` }} />
              </span>
              <span className={classes.figure}>
                {people.length} · {percent(people.length / met.length)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className={classes.words}>
        {pending.length > 0
          ? `Of ${pending.length} it is too early to say: ${within} have not passed. `
          : `${capitalised(aboutShare(norms.connectReference))} is usual within ${within}. `}
        Referrals and business with them: {given} given, {received} received.
        {price.length > 0
          ? ` It took ${price.join(' and ')}${liked.length > 0 && minutes > 0 ? `: ${formatMinutes(Math.round(minutes / liked.length))} for each who reached Like` : ''}.`
          : ''}
      </p>
      <WhyDrawer explanation={why} today={today} onClose={() => setWhy(null)} onOpen={() => setWhy(null)} />
    </>
  );
}

/** Before it: who may be there, what was last said, what is owed, and whom to keep a polite distance from. */
export function Brief({ gatheringId }: { gatheringId: string }) {
  const { data } = useRead('insights.gathering', { id: gatheringId });
  const today = useToday();
  if (!data) return null;
  const apart = data.mayCome.filter(({ standing }) => standing === 'keepDistance');
  const people = data.mayCome.filter(({ standing }) => standing === 'active' || standing === 'resting');
  if (apart.length + people.length === 0) {
    return (
      <Card title="Who may be there">
        <p className={classes.words}>
          Nobody is known yet: put it into a circle, or plan whom to meet there.
        </p>
      </Card>
    );
  }
  return (
    <Card title="Who may be there">
      {apart.length > 0 ? (
        <p className={classes.apart}>
          Keep a polite distance from{' '}
          {apart.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 ? ', ' : ''}
              <Link href={`/people/${id}`} className={classes.link}>
                <bdi>{name}</bdi>
              </Link>
            </span>
          ))}
          .
        </p>
      ) : null}
      <ul className={classes.people}>
        {people.map((person) => (
          <BriefLine key={person.id} person={person} today={today} />
        ))}
      </ul>
    </Card>
  );
}

function BriefLine({ person, today }: { person: BriefPerson; today: string }) {
  const [last, ...others] = briefFacts(person, today);
  const said = last?.items[0];
  return (
    <li className={classes.person}>
      <p className={classes.name}>
        <Link href={`/people/${person.id}`} className={classes.link}>
          <bdi>{person.name}</bdi>
        </Link>{' '}
        <span className={classes.dim}>{said?.aside ? `last ${said.aside}` : 'nothing written down yet'}</span>
      </p>
      {said?.own ? (
        <p className={classes.own} dir="auto">
          {said.text}
        </p>
      ) : null}
      {others.map(({ label, items }) => (
        <p key={label} className={classes.dim}>
          {label}: <bdi>{items.map(({ text }) => text).join(', ')}</bdi>
        </p>
      ))}
    </li>
  );
}
