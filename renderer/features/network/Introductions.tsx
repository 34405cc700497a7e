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
import type { Person } from '../../../shared/model/person';
import type { CalendarDate } from '../../../shared/model/primitives';
import { useRead } from '../../api';
import { formatDay } from '../../ui/dates';
import { count } from '../../ui/words/spans';
import classes from './Introductions.module.css';
import { openIntroduction, type IntroductionArgs } from './overlays';
import { useIntroductionActions } from './useIntroductionActions';

interface IntroductionsProps {
  person: Pick<Person, 'id' | 'name'>;
  today: CalendarDate;
}

/** Who led you to this person, whom they led you to, whom you introduced them to, and what is still open of thanks. */
export function Introductions({ person, today }: IntroductionsProps) {
  const { data } = useRead('introductions.of', { id: person.id });
  if (!data) return null;
  const { introducers, ledTo, made, others } = data;
  const isEmpty = introducers.length + ledTo.length + made.length + others.length === 0;
  return (
    <>
      {isEmpty ? (
        <p className={classes.dim}>
          Nobody is noted who led you to <bdi>{person.name}</bdi>, nor anybody they led you to.
        </p>
      ) : null}
      <LeadGroup title={introducersTitle(introducers, person.name)}>
        {introducers.map((view) => (
          <LeadLine key={view.by.id} view={view} shown={view.by} today={today} />
        ))}
      </LeadGroup>
      <LeadGroup title={ledTo.length > 0 ? `Led you to ${count(ledTo.length, 'person', 'people')}` : ''}>
        {ledTo.map((view) => (
          <LeadLine key={view.to.id} view={view} shown={view.to} today={today} />
        ))}
      </LeadGroup>
      <LeadGroup title={made.length > 0 ? `You introduced ${person.name} to` : ''}>
        {made.map((pairing) => (
          <MadeLine key={pairing.person.id} personId={person.id} made={pairing} today={today} />
        ))}
      </LeadGroup>
      <LeadGroup title={others.length > 0 ? 'Without you' : ''}>
        {others.map((view) => (
          <OtherLine key={view.introduction.id} view={view} today={today} />
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
}

/** One who led you to another: what is open towards them is a key press away. */
export function LeadLine({ view: { by, to, lead }, shown, today }: LeadLineProps) {
  const parts: IntroductionArgs = { by: by.id, a: 'me', b: to.id, on: lead.on };
  return (
    <li className={classes.line}>
      <span className={classes.words}>
        <PersonLink person={shown} /> <span className={classes.dim}>{stateWords(lead, today)}</span>
      </span>
      {/* Nothing can be said any more to somebody who has died. */}
      {by.standing === 'deceased' ? null : <Thanks by={by} toId={to.id} lead={lead} />}
      <LineMenu about={shown.name} introductionId={lead.introductionId} parts={parts} />
    </li>
  );
}

/** Thanked and reported back: pressed once it is done, pressed again when it was not after all. */
export function Thanks({ by, toId, lead }: { by: PersonName; toId: string; lead: LeadView['lead'] }) {
  const { mark } = useIntroductionActions();
  const parts = { by: by.id, a: 'me', b: toId };
  return (
    <span className={classes.marks}>
      <MarkButton
        label="Thanked"
        name={by.name}
        done={lead.thanked}
        onMark={(thanked) =>
          mark({ ...parts, thanked }, thanked ? `${by.name}: thanked` : `${by.name}: not thanked`)
        }
      />
      <MarkButton
        label="Reported back"
        name={by.name}
        done={lead.reportedBack}
        onMark={(reportedBack) =>
          mark(
            { ...parts, reportedBack },
            reportedBack ? `${by.name}: told what came of it` : `${by.name}: not told`,
          )
        }
      />
    </span>
  );
}

interface MarkButtonProps {
  label: string;
  name: string;
  done: boolean;
  onMark: (done: boolean) => void;
}

function MarkButton({ label, name, done, onMark }: MarkButtonProps) {
  return (
    <Button
      variant={done ? 'subtle' : 'default'}
      size="compact-sm"
      aria-label={`${label}: ${name}`}
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
}

function MadeLine({ personId, made: { person, pairing }, today }: MadeLineProps) {
  const { on, introductionId, thanked, reportedBack } = pairing;
  const back = thanked ? 'they thanked you' : reportedBack ? 'they told you what came of it' : null;
  const words = [on === null ? null : formatDay(on, today), back].filter((part) => part !== null);
  return (
    <li className={classes.line}>
      <span className={classes.words}>
        <PersonLink person={person} /> <span className={classes.dim}>{words.join(', ')}</span>
      </span>
      <LineMenu
        about={person.name}
        introductionId={introductionId}
        parts={{ by: 'me', a: personId, b: person.id, on }}
      />
    </li>
  );
}

function OtherLine({
  view: { introduction, by, a, b },
  today,
}: {
  view: IntroductionView;
  today: CalendarDate;
}) {
  return (
    <li className={classes.line}>
      <span className={classes.words}>
        {by ? <PersonLink person={by} /> : 'You'} introduced {a ? <PersonLink person={a} /> : 'you'} to{' '}
        {b ? <PersonLink person={b} /> : 'you'}{' '}
        <span className={classes.dim}>{formatDay(introduction.at.slice(0, 10), today)}</span>
      </span>
      <LineMenu about={by?.name ?? 'you'} introductionId={introduction.id} parts={{}} />
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
