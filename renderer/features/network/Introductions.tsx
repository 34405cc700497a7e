import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCheck, IconDots } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import type { PersonName } from '../../../shared/contract/common';
import type {
  IntroductionView,
  LeadView,
  PersonIntroductions as Data,
} from '../../../shared/contract/introductions';
import type { CalendarDate } from '../../../shared/model/primitives';
import { useRead } from '../../api';
import { formatDay } from '../../../shared/words/dates';
import { count } from '../../../shared/words/spans';
import classes from './Introductions.module.css';
import { openIntroduction, type IntroductionArgs } from './overlays';
import { useIntroductionActions } from './useIntroductionActions';

interface IntroductionsProps {
  name: string;
  /** Whose, and on which past day: the past is only looked at. */
  shown: { id: string; on?: CalendarDate };
  today: CalendarDate;
}

/** Who led you to this person, whom they led you to, whom you introduced them to, and what is still open of thanks. */
export function Introductions({ name, shown, today }: IntroductionsProps) {
  const { data } = useRead('introductions.of', shown);
  const readOnly = shown.on !== undefined;
  if (!data) return null;
  const { introducers, ledTo, made, others } = data;
  const isEmpty = introducers.length + ledTo.length + made.length + others.length === 0;
  return (
    <>
      {isEmpty ? (
        <p className={classes.dim}>
          Nobody is noted who led you to <bdi>{name}</bdi>, nor anybody they led you to.
        </p>
      ) : null}
      <LeadGroup title={introducersTitle(introducers, name)}>
        {introducers.map((view) => (
          <LeadLine key={view.by.id} view={view} shown={view.by} today={today} readOnly={readOnly} />
        ))}
      </LeadGroup>
      <LeadGroup title={ledTo.length > 0 ? `Led you to ${count(ledTo.length, 'person', 'people')}` : ''}>
        {ledTo.map((view) => (
          <LeadLine key={view.to.id} view={view} shown={view.to} today={today} readOnly={readOnly} />
        ))}
      </LeadGroup>
      <LeadGroup title={made.length > 0 ? `You introduced ${name} to` : ''}>
        {made.map((pairing) => (
          <MadeLine
            key={pairing.person.id}
            personId={shown.id}
            made={pairing}
            today={today}
            readOnly={readOnly}
          />
        ))}
      </LeadGroup>
      <LeadGroup title={others.length > 0 ? 'Without you' : ''}>
        {others.map((view) => (
          <OtherLine key={view.introduction.id} view={view} today={today} readOnly={readOnly} />
        ))}
      </LeadGroup>
    </>
  );
}

/** "Several people told you to meet Maya Okonjo" says that somebody opened a door. */
function introducersTitle(introducers: readonly LeadView[], name: string): string {
  if (introducers.length === 0) return '';
  return introducers.length === 1 ? `Told you to meet ${name}` : `Several people told you to meet ${name}`;
}

function LeadGroup({ title, children }: { title: string; children: ReactNode[] }) {
  const id = useId();
  if (children.length === 0) return null;
  return (
    <>
      <h3 className={classes.subtitle} id={id}>
        <bdi>{title}</bdi>
      </h3>
      <ul className={classes.lines} aria-labelledby={id}>
        {children}
      </ul>
    </>
  );
}

interface LeadLineProps {
  view: LeadView;
  /** Which of the two is named. */
  shown: PersonName;
  today: CalendarDate;
  readOnly: boolean;
}

/** One who led you to another: what is open towards them is a key press away. */
function LeadLine({ view: { by, to, lead }, shown, today, readOnly }: LeadLineProps) {
  const parts: IntroductionArgs = { by: by.id, a: 'me', b: to.id, on: lead.on };
  return (
    <li className={classes.line}>
      <span className={classes.words}>
        <PersonLink person={shown} /> <span className={classes.dim}>{stateWords(lead, today)}</span>
      </span>
      {/* Nothing can be said any more to somebody who has died. */}
      {readOnly || by.standing === 'deceased' ? null : <Thanks by={by} to={to} lead={lead} />}
      {readOnly ? null : <LineMenu about={shown.name} introductionId={lead.introductionId} parts={parts} />}
    </li>
  );
}

/** Thanked and reported back: pressed once it is done, pressed again when it was not after all. `onMark` comes first. */
export function Thanks({ by, to, lead, onMark }: LeadView & { onMark?: () => void }) {
  const { mark } = useIntroductionActions();
  const parts = { by: by.id, a: 'me', b: to.id };
  const about = `${by.name}, for ${to.name}`;
  return (
    <span className={classes.marks}>
      <MarkButton
        label="Thanked"
        about={about}
        done={lead.thanked}
        onMark={(thanked) => {
          onMark?.();
          mark({ ...parts, thanked }, `${by.name}: ${thanked ? 'thanked' : 'not thanked'}`);
        }}
      />
      <MarkButton
        label="Reported back"
        about={about}
        done={lead.reportedBack}
        onMark={(reportedBack) => {
          onMark?.();
          mark(
            { ...parts, reportedBack },
            `${by.name}: ${reportedBack ? 'told what came of it' : 'not told'}`,
          );
        }}
      />
    </span>
  );
}

interface MarkButtonProps {
  label: string;
  /** Whom, and what for. */
  about: string;
  done: boolean;
  onMark: (done: boolean) => void;
}

function MarkButton({ label, about, done, onMark }: MarkButtonProps) {
  return (
    <Button
      variant={done ? 'subtle' : 'default'}
      size="compact-sm"
      aria-label={`${label}: ${about}`}
      aria-pressed={done}
      leftSection={done ? <IconCheck size={14} aria-hidden="true" /> : null}
      onClick={() => onMark(!done)}
    >
      {label}
    </Button>
  );
}

export function stateWords({ on, thanked, reportedBack }: LeadView['lead'], today: CalendarDate): string {
  const open = thanked
    ? reportedBack
      ? 'thanked, and told what came of it'
      : 'thanked, not told yet what came of it'
    : reportedBack
      ? 'told what came of it, not thanked yet'
      : 'not thanked yet';
  return on === null ? open : `${formatDay(on, today)}, ${open}`;
}

interface MadeLineProps {
  personId: string;
  made: Data['made'][number];
  today: CalendarDate;
  readOnly: boolean;
}

function MadeLine({ personId, made: { person, pairing }, today, readOnly }: MadeLineProps) {
  const { on, introductionId, thanked, reportedBack } = pairing;
  const back = thanked ? 'they thanked you' : reportedBack ? 'they told you what came of it' : null;
  const words = [on === null ? null : formatDay(on, today), back].filter((part) => part !== null);
  return (
    <li className={classes.line}>
      <span className={classes.words}>
        <PersonLink person={person} /> <span className={classes.dim}>{words.join(', ')}</span>
      </span>
      {readOnly ? null : (
        <LineMenu
          about={person.name}
          introductionId={introductionId}
          parts={{ by: 'me', a: personId, b: person.id, on }}
        />
      )}
    </li>
  );
}

interface OtherLineProps {
  view: IntroductionView;
  today: CalendarDate;
  readOnly: boolean;
}

function OtherLine({ view: { introduction, by, a, b }, today, readOnly }: OtherLineProps) {
  return (
    <li className={classes.line}>
      <span className={classes.words}>
        {by ? <PersonLink person={by} /> : 'You'} introduced {a ? <PersonLink person={a} /> : 'you'} to{' '}
        {b ? <PersonLink person={b} /> : 'you'}{' '}
        <span className={classes.dim}>{formatDay(introduction.at.slice(0, 10), today)}</span>
      </span>
      {readOnly ? null : <LineMenu about={by?.name ?? 'you'} introductionId={introduction.id} parts={{}} />}
    </li>
  );
}

function PersonLink({ person }: { person: PersonName }) {
  return (
    <Link href={`/people/${person.id}`} className={classes.link}>
      <bdi>{person.name}</bdi>
    </Link>
  );
}

interface LineMenuProps {
  about: string;
  /** Null: it is noted elsewhere, and a record of its own can be begun. */
  introductionId: string | null;
  parts: IntroductionArgs;
}

function LineMenu({ about, introductionId, parts }: LineMenuProps) {
  const { remove } = useIntroductionActions();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={`More for the introduction: ${about}`}
        >
          <IconDots size={15} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {introductionId === null ? (
          <Menu.Item onClick={() => openIntroduction(parts)}>Note what came of it</Menu.Item>
        ) : (
          <>
            <Menu.Item onClick={() => openIntroduction({ editId: introductionId })}>Edit</Menu.Item>
            <Menu.Item onClick={() => remove(introductionId)}>Delete the introduction</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
