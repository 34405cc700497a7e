import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconCheck, IconDots } from '@tabler/icons-react';
import type { PromiseView } from '../../../../shared/contract/common';
import type { Person } from '../../../../shared/model/person';
import type { CalendarDate } from '../../../../shared/model/primitives';
import { formatRelativeDay } from '../../../ui/dates';
import { count } from '../../../ui/words/spans';
import { closings, openPromiseForm, usePromiseActions, usualClosing } from '../../promises';
import classes from './Side.module.css';
import { SideCard } from './SideCard';

interface OwedProps {
  person: Person;
  owed: readonly PromiseView[];
  today: CalendarDate;
}

/** Open promises, both ways, closed in place. */
export function Owed({ person, owed, today }: OwedProps) {
  const add = (
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
  const act = usePromiseActions();
  const overdue = overdueDays !== null && overdueDays > 0;
  const usual = usualClosing(overdue);
  return (
    <li className={classes.owedLine}>
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
      <span className={classes.owedWords}>
        {promise.by === 'me' ? 'You' : 'They'}: <bdi>{promise.what}</bdi>{' '}
        {promise.dueOn === undefined ? null : (
          <span className={classes.due} data-overdue={overdue || undefined}>
            {overdue ? `${count(overdueDays, 'day')} late` : formatRelativeDay(promise.dueOn, today)}
          </span>
        )}
      </span>
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
    </li>
  );
}
