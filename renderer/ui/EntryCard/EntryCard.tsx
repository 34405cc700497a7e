import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconHistory, IconPencil, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useId, useState } from 'react';
import { Link } from 'wouter';
import type { EntryView, PersonName } from '../../../shared/contract/common';
import type { Interaction } from '../../../shared/model/interaction';
import type { CalendarDate, Id } from '../../../shared/model/primitives';
import { dateOf } from '../../../shared/model/time';
import { formatDay, todayHere } from '../../../shared/words/dates';
import { openHistory } from '../history-overlay';
import { Kbd } from '../Kbd';
import { entryChips, entryHeadline } from '../../../shared/words/entry';
import { Chips } from './Chips';
import classes from './EntryCard.module.css';
import { EntryIcon } from './EntryIcon';
import { EntryWords } from './EntryWords';

/** Edited and deleted in place; or, of a past day, only shown as it is today. */
type EntryCardActions =
  | {
      /** Opens the entry for editing: Enter, E or a click on the first line. */
      onEdit: (id: Id) => void;
      onDelete: (entry: Interaction) => void;
      onShow?: never;
    }
  | { onShow: (id: Id) => void; onEdit?: never; onDelete?: never };

type EntryCardProps = EntryCardActions & {
  view: EntryView;
  /** On this person's page: others are named, facts are those that concern them. */
  personId?: Id;
  /** The day is said at the right. Off where the list is by days already. */
  showDay?: boolean;
  today?: CalendarDate;
};

/**
 * One entry: what it was, the user's words, the facts. Its first line is the button that opens it, found by
 * `data-entry-open`. Lists draw themselves again whenever they scroll or measure a row; a card only when it changes.
 */
export const EntryCard = memo(function EntryCard(props: EntryCardProps) {
  const { view, personId, showDay = true, today = todayHere() } = props;
  const { interaction: entry } = view;
  const titleId = useId();
  const headline = entryHeadline(entry, view.gathering?.name ?? null);
  const others = view.people.filter(({ id }) => id !== personId);
  const open = () => (props.onEdit ?? props.onShow)(entry.id);
  const remove = () => props.onDelete?.(entry);
  const showHistory = () => openHistory({ type: 'interaction', id: entry.id, title: 'this entry' });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !props.onEdit) return;
    if (event.key.toLowerCase() === 'e') open();
    else if (event.key.toLowerCase() === 'h') showHistory();
    else if (event.key === 'Delete') remove();
    else return;
    event.preventDefault();
  };
  return (
    <article className={classes.card} aria-labelledby={titleId} data-entry={entry.id}>
      <EntryIcon kind={entry.kind} />
      <div className={classes.body}>
        <div className={classes.line}>
          <h3 className={classes.title} id={titleId}>
            <button
              type="button"
              className={classes.open}
              data-entry-open={entry.id}
              aria-keyshortcuts={props.onEdit ? 'Enter E H Delete' : 'Enter'}
              title={props.onEdit ? 'Edit this entry' : 'Show it as it is today'}
              onClick={open}
              onKeyDown={onKeyDown}
            >
              {headline.what}
              {headline.rest ? <span className={classes.rest}> {headline.rest}</span> : null}
            </button>
            <People people={others} also={personId !== undefined} unnamed={entry.unnamed ?? 0} />
          </h3>
          {entry.status === 'planned' ? (
            <Link
              href={`/meetings/${entry.id}`}
              className={classes.brief}
              aria-label={`Brief: ${headline.what}`}
            >
              Brief
            </Link>
          ) : null}
          {props.onEdit ? (
            <Actions label={headline.what} onEdit={open} onHistory={showHistory} onDelete={remove} />
          ) : null}
          {showDay ? <span className={classes.day}>{formatDay(dateOf(entry.at), today)}</span> : null}
        </div>
        <EntryWords view={view} />
        <NextStep text={entry.nextStep} reason={entry.followUpReason} />
        <Chips chips={entryChips(entry, view.promises, today, personId)} />
      </div>
    </article>
  );
});

const NAMES_SHOWN = 6;

interface PeopleProps {
  people: readonly PersonName[];
  also: boolean;
  /** How many more took part who were forgotten since. */
  unnamed: number;
}

function People({ people, also, unnamed }: PeopleProps) {
  const [all, setAll] = useState(false);
  if (people.length === 0 && unnamed === 0) return null;
  const forgotten = unnamed === 1 ? 'somebody' : `${unnamed} who were forgotten`;
  const shown = all ? people : people.slice(0, NAMES_SHOWN);
  return (
    <span className={classes.people}>
      {also ? 'also with ' : 'with '}
      {shown.map((person, index) => (
        <span key={person.id}>
          {index > 0 ? ', ' : ''}
          <Link href={`/people/${person.id}`} className={classes.person}>
            <bdi>{person.name}</bdi>
          </Link>
        </span>
      ))}
      {people.length > shown.length ? (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          and {people.length - shown.length} more
        </button>
      ) : null}
      {unnamed > 0 ? (people.length > 0 ? ` and ${forgotten}` : forgotten) : null}
    </span>
  );
}

function NextStep({ text, reason }: { text: string | undefined; reason: string | undefined }) {
  if (!text && !reason) return null;
  return (
    <p className={classes.next}>
      {text ? (
        <>
          Next step: <bdi>{text}</bdi>
        </>
      ) : null}
      {text && reason ? ' · ' : null}
      {reason ? (
        <>
          Reason to follow up: <bdi>{reason}</bdi>
        </>
      ) : null}
    </p>
  );
}

interface ActionsProps {
  label: string;
  onEdit: () => void;
  onHistory: () => void;
  onDelete: () => void;
}

function Actions({ label, onEdit, onHistory, onDelete }: ActionsProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          className={classes.actions}
          aria-label={`Actions: ${label}`}
        >
          <IconDots size={16} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={15} />} rightSection={<Kbd keys="E" />} onClick={onEdit}>
          Edit
        </Menu.Item>
        <Menu.Item
          leftSection={<IconHistory size={15} />}
          rightSection={<Kbd keys="H" />}
          onClick={onHistory}
        >
          History
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={15} />} color="red" onClick={onDelete}>
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
