import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconCheck, IconDots } from '@tabler/icons-react';
import type { PromiseView } from '../../../../shared/contract/common';
import type { Person } from '../../../../shared/model/person';
import type { CalendarDate } from '../../../../shared/model/primitives';
import type { PromiseRecord } from '../../../../shared/model/promise';
import { formatRelativeDay } from '../../../../shared/words/dates';
import { count } from '../../../../shared/words/spans';
import { closings, openPromiseForm, usePromiseActions, usualClosing } from '../../promises';
import { usePastDay } from '../past/past-day';
import classes from './Side.module.css';
import { SideCard } from './SideCard';

interface OwedProps {
  person: Person;
  owed: readonly PromiseView[];
  today: CalendarDate;
}

/** Open promises, both ways, closed in place. */
export function Owed({ person, owed, today }: OwedProps) {
  const past = usePastDay() !== null;
  const add = past ? null : (
    <button type="button" className={classes.link} onClick={() => openPromiseForm({ personId: person.id })}>
      Add
    </button>
  );
  return (
    <SideCard title="Owed" action={add}>
      {owed.length === 0 ? (
        <p className={classes.dim}>Nothing is owed, either way.</p>
      ) : (
        <ul className={classes.owed}>
          {owed.map((view) => (
            <OwedLine key={view.promise.id} view={view} today={today} />
          ))}
        </ul>
      )}
    </SideCard>
  );
}

function OwedLine({ view, today }: { view: PromiseView; today: CalendarDate }) {
  const { promise, overdueDays } = view;
  const past = usePastDay() !== null;
  const overdue = overdueDays !== null && overdueDays > 0;
  return (
    <li className={classes.owedLine}>
      {past ? null : <Tick promise={promise} overdue={overdue} />}
      <span className={classes.owedWords}>
        {promise.by === 'me' ? 'You' : 'They'}: <bdi>{promise.what}</bdi>{' '}
        {promise.dueOn === undefined ? null : (
          <span className={classes.due} data-overdue={overdue || undefined}>
            {overdue ? `${count(overdueDays, 'day')} late` : formatRelativeDay(promise.dueOn, today)}
          </span>
        )}
      </span>
      {past ? null : <More promise={promise} />}
    </li>
  );
}

/** Closes the promise in the usual way, with one press. */
function Tick({ promise, overdue }: { promise: PromiseRecord; overdue: boolean }) {
  const act = usePromiseActions();
  const usual = usualClosing(overdue);
  return (
    <Tooltip label={usual.label} withArrow>
      <ActionIcon
        variant="default"
        size={24}
        radius="xl"
        className={classes.check}
        aria-label={`${usual.label}: ${promise.what}`}
        onClick={() => act(promise, { kind: 'close', status: usual.status })}
      >
        <IconCheck size={14} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}

function More({ promise }: { promise: PromiseRecord }) {
  const act = usePromiseActions();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={`More for: ${promise.what}`}>
          <IconDots size={15} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {closings.map(({ status, label }) => (
          <Menu.Item key={status} onClick={() => act(promise, { kind: 'close', status })}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => act(promise, { kind: 'edit' })}>Edit</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
