import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowBackUp, IconDots, IconHistory, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { PromiseView } from '../../../shared/contract/common';
import type { CalendarDate } from '../../../shared/model/primitives';
import { formatDay } from '../../../shared/words/dates';
import { Kbd } from '../../ui/Kbd';
import { openDebrief } from '../debrief';
import { closings, type PromiseAction, usualClosing } from './closing';
import { dueWords } from './due-words';
import classes from './PromisesPage.module.css';

interface PromiseRowProps {
  view: PromiseView;
  today: CalendarDate;
  /** Its buttons are in the tab order. */
  active: boolean;
  onAction: (action: PromiseAction) => void;
}

/** One promise: who to whom, what, when, where it comes from, and what became of it. */
export function PromiseRow({ view, today, active, onAction }: PromiseRowProps) {
  const { promise, person } = view;
  const due = dueWords(promise, today);
  const tabIndex = active ? 0 : -1;
  const interactionId = promise.interactionId;
  return (
    <div className={classes.promise}>
      <div className={classes.words}>
        <p className={classes.what} dir="auto">
          {promise.what}
        </p>
        <p className={classes.facts}>
          <span>{promise.by === 'me' ? 'You promised ' : 'Promised by '}</span>
          <Link href={`/people/${person.id}`} className={classes.person} tabIndex={tabIndex}>
            <bdi>{person.name}</bdi>
          </Link>
          {interactionId === undefined ? (
            <span> on {formatDay(promise.madeOn, today)}</span>
          ) : (
            <>
              {' '}
              <button
                type="button"
                className={classes.source}
                tabIndex={tabIndex}
                onClick={() => openDebrief({ editId: interactionId })}
              >
                on {formatDay(promise.madeOn, today)}
              </button>
            </>
          )}
        </p>
      </div>
      <span className={classes.due} data-tone={due.tone}>
        {due.text}
      </span>
      <Actions view={view} late={due.tone === 'late'} tabIndex={tabIndex} onAction={onAction} />
    </div>
  );
}

interface ActionsProps {
  view: PromiseView;
  late: boolean;
  tabIndex: number;
  onAction: (action: PromiseAction) => void;
}

function Actions({ view: { promise }, late, tabIndex, onAction }: ActionsProps) {
  const usual = usualClosing(late);
  return (
    <span className={classes.actions}>
      {promise.status === 'open' ? (
        <Button
          variant="default"
          size="compact-md"
          tabIndex={tabIndex}
          aria-label={`${usual.label}: ${promise.what}`}
          onClick={() => onAction({ kind: 'close', status: usual.status })}
        >
          {late ? 'Kept late' : 'Kept'}
        </Button>
      ) : (
        <Button
          variant="default"
          size="compact-md"
          tabIndex={tabIndex}
          aria-label={`Open again: ${promise.what}`}
          onClick={() => onAction({ kind: 'reopen' })}
        >
          Open again
        </Button>
      )}
      <MoreActions promise={promise} tabIndex={tabIndex} onAction={onAction} />
    </span>
  );
}

type MoreActionsProps = Pick<ActionsProps, 'tabIndex' | 'onAction'> & { promise: PromiseView['promise'] };

function MoreActions({ promise, tabIndex, onAction }: MoreActionsProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          tabIndex={tabIndex}
          aria-label={`More for: ${promise.what}`}
        >
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {promise.status === 'open'
          ? closings.map(({ status, key, label }) => (
              <Menu.Item
                key={status}
                rightSection={<Kbd keys={key} />}
                onClick={() => onAction({ kind: 'close', status })}
              >
                {label}
              </Menu.Item>
            ))
          : null}
        {promise.status === 'open' ? null : (
          <Menu.Item
            leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
            rightSection={<Kbd keys="O" />}
            onClick={() => onAction({ kind: 'reopen' })}
          >
            Open again
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconPencil size={16} aria-hidden="true" />}
          rightSection={<Kbd keys="E" />}
          onClick={() => onAction({ kind: 'edit' })}
        >
          Edit
        </Menu.Item>
        <Menu.Item
          leftSection={<IconHistory size={16} aria-hidden="true" />}
          rightSection={<Kbd keys="H" />}
          onClick={() => onAction({ kind: 'history' })}
        >
          History
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} aria-hidden="true" />}
          rightSection={<Kbd keys="Delete" />}
          onClick={() => onAction({ kind: 'delete' })}
        >
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
