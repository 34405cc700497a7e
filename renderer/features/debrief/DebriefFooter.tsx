import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { Kbd } from '../../ui/Kbd';
import { type DebriefDraft, isUntouched } from './debrief-draft';
import { useForm } from './form/form-store';
import classes from './sheet.module.css';

interface DebriefFooterProps {
  more: boolean;
  saving: boolean;
  untouched: DebriefDraft | null;
  onMore(): void;
  onClose(): void;
  onSave(): void;
  onDelete: (() => void) | null;
  /** Closes the sheet without keeping what is in it. */
  onDiscard(): void;
}

/** What can be done with the sheet, each with its key. */
export function DebriefFooter(props: DebriefFooterProps) {
  const { store } = useForm();
  const { untouched } = props;
  const empty = useSyncExternalStore(
    store.subscribe,
    () => untouched !== null && isUntouched(store.draft, untouched),
  );
  return (
    <div className={classes.actions}>
      <button
        type="button"
        className={classes.moreButton}
        aria-expanded={props.more}
        aria-controls="debrief-more"
        onClick={props.onMore}
      >
        {props.more ? 'Less' : 'Questions, place, conduct, feedback, next step…'} <Kbd keys="Alt+M" />
      </button>
      {props.onDelete ? (
        <Button variant="subtle" color="red" onClick={props.onDelete}>
          Delete
        </Button>
      ) : null}
      {empty ? null : (
        <Button variant="subtle" color="gray" c="var(--ink)" onClick={props.onDiscard}>
          Throw away
        </Button>
      )}
      <Button
        variant="subtle"
        color="gray"
        c="var(--ink)"
        rightSection={<Kbd keys="Esc" />}
        onClick={props.onClose}
      >
        {empty ? 'Close' : 'Keep as draft'}
      </Button>
      <Button rightSection={<Kbd keys="Mod+Enter" />} aria-disabled={props.saving} onClick={props.onSave}>
        Save
      </Button>
    </div>
  );
}
