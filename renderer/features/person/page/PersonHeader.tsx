import { Link } from 'wouter';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PersonPage as PageData } from '../../../../shared/contract/people';
import type { CalendarDate } from '../../../../shared/model/primitives';
import { standingAsOf } from '../../../../shared/model/person';
import { commandById } from '../../../../shared/commands';
import { runCommand } from '../../../ui/commands';
import { formatDay } from '../../../../shared/words/dates';
import { Kbd } from '../../../ui/Kbd';
import { Markdown } from '../../../ui/Markdown';
import { usePageTitle } from '../../../ui/PageHeader';
import { balanceFigure, type Figure, rhythmFigure } from '../../../../shared/words/figures';
import { readComparison } from '../../../../shared/words/insight';
import {
  evidenceStageLabels,
  purposeLabels,
  ringLabels,
  standingLabels,
} from '../../../../shared/words/labels';
import type { FigureName } from '../why/explain';
import { Avatar } from './Avatar';
import classes from './PersonHeader.module.css';
import { PersonMenu } from './PersonMenu';
import { introducedWords } from './words';
import { openStanding } from '../overlays';
import { usePastDay } from '../past/past-day';

interface PersonHeaderProps {
  data: PageData;
  today: CalendarDate;
  onWhy: (figure: FigureName) => void;
  onWrite: () => void;
}

/** Who it is and how it stands: stage, rhythm, give and take; each figure says why when pressed. */
export function PersonHeader({ data, today, onWhy, onWrite }: PersonHeaderProps) {
  const { person, stage, rhythm, balance } = data;
  usePageTitle(person.name);
  const past = usePastDay() !== null;
  const stageFigure: Figure = {
    headline: evidenceStageLabels[stage.evidence],
    detail: readComparison(stage),
  };
  return (
    <header className={classes.header}>
      <Avatar name={person.name} picture={person.avatar} />
      <div className={classes.who}>
        <h1 className={classes.name} tabIndex={-1} data-page-heading>
          <bdi>{person.name}</bdi>
          {person.nickname ? <span className={classes.aside}> “{person.nickname}”</span> : null}
          {person.pronouns ? <span className={classes.aside}> {person.pronouns}</span> : null}
        </h1>
        <WhoLine data={data} />
        <HeadChips data={data} />
      </div>
      <dl className={classes.figures}>
        <FigureBlock label="Stage" figure={stageFigure} tone={stage.evidence} onWhy={() => onWhy('stage')} />
        <FigureBlock label="Rhythm" figure={rhythmFigure(rhythm)} onWhy={() => onWhy('rhythm')} />
        <FigureBlock label="Give and take" figure={balanceFigure(balance)} onWhy={() => onWhy('balance')} />
      </dl>
      {past ? <span /> : <PersonMenu person={person} onWrite={onWrite} />}
      <StandingNote data={data} today={today} />
    </header>
  );
}

function WhoLine({ data }: { data: PageData }) {
  const { person, introducers } = data;
  const parts = [
    [person.role, person.organisation].filter(Boolean).join(', '),
    person.location,
    introducedWords(introducers.map(({ name }) => name)),
  ].filter((part) => part !== undefined && part !== '');
  return (
    <>
      {parts.length > 0 ? <p className={classes.line}>{parts.join(' · ')}</p> : null}
      {person.headline ? <p className={classes.line}>{person.headline}</p> : null}
    </>
  );
}

function HeadChips({ data }: { data: PageData }) {
  const { person, circles } = data;
  const chips: { key: string; content: ReactNode; strong?: boolean }[] = [];
  if (person.ring) chips.push({ key: 'ring', content: ringLabels[person.ring], strong: true });
  if (person.mentor) chips.push({ key: 'mentor', content: 'mentors you', strong: true });
  if (person.partnerSince) {
    chips.push({ key: 'partner', content: `partner since ${person.partnerSince.slice(0, 4)}`, strong: true });
  }
  for (const circle of circles) {
    chips.push({ key: circle.id, content: <Link href={`/circles/${circle.id}`}>{circle.name}</Link> });
  }
  for (const purpose of person.purposes ?? []) {
    chips.push({ key: purpose, content: purposeLabels[purpose].toLowerCase() });
  }
  for (const tag of person.tags ?? []) chips.push({ key: `#${tag}`, content: `#${tag}` });
  if (chips.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label="Ring, circles, purposes and tags">
      {chips.map((chip) => (
        <li key={chip.key} className={classes.chip} data-strong={chip.strong}>
          {chip.content}
        </li>
      ))}
    </ul>
  );
}

interface FigureBlockProps {
  label: string;
  figure: Figure;
  tone?: string;
  onWhy: () => void;
}

function FigureBlock({ label, figure, tone, onWhy }: FigureBlockProps) {
  return (
    <div className={classes.figure}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>
        <button type="button" className={classes.why} data-tone={tone} onClick={onWhy} title="Why">
          {figure.headline}
          <IconInfoCircle size={15} stroke={1.8} aria-label={`Why, ${label.toLowerCase()}`} role="img" />
        </button>
      </dd>
      <dd className={classes.detail}>{figure.detail}</dd>
    </div>
  );
}

function StandingNote({ data, today }: { data: PageData; today: CalendarDate }) {
  const { person } = data;
  const past = usePastDay() !== null;
  const { standing } = person;
  if (!standing || standingAsOf(person, today) === 'active') return null;
  return (
    <div className={classes.standing}>
      <p className={classes.standingLine}>
        <strong>{standingLabels[standing.kind]}</strong> since {formatDay(standing.since, today)}
        {standing.until ? `, until ${formatDay(standing.until, today)}` : null}
        {standing.reason ? <> · {standing.reason}</> : null}
        {past ? null : (
          <>
            <button type="button" className={classes.change} onClick={() => runCommand('takeUp')}>
              Take them up again <Kbd keys={commandById('takeUp').keys ?? ''} />
            </button>
            <button
              type="button"
              className={classes.change}
              onClick={() => openStanding({ personId: person.id })}
            >
              Change
            </button>
          </>
        )}
      </p>
      {standing.closingNote ? <Markdown text={standing.closingNote} /> : null}
    </div>
  );
}
