import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { ReactNode, RefObject } from 'react';
import { assertNever } from '../../shared/assert-never';
import type { DraftStatus } from '../api';
import { formatClock } from '../../shared/words/dates';
import { ErrorNote } from './ErrorNote';
import classes from './FormSheet.module.css';
import { Kbd } from './Kbd';
import { Sheet, SheetFoot } from './Sheet';
import { useAfterNames } from './typed-names';
import { useFocusBack } from './useFocusBack';

interface FormSheetProps {
  title: string;
  /** The form's element, in which drafts find the caret. */
  root: RefObject<HTMLDivElement | null>;
  draft: DraftStatus;
  /** Something in it differs from what is in the journal. */
  touched: boolean;
  /** What saving was refused with. */
  error: unknown;
  saving: boolean;
  onSave: () => void;
  /** Esc, the cross, a click outside: what was typed stays as a draft. */
  onClose: () => void;
  /** Throws the draft away; offered while there is one. */
  onDiscard: () => void;
  children: ReactNode;
}

/** A form over the page: Ctrl+Enter saves, Esc keeps what was typed as a draft. */
export function FormSheet(props: FormSheetProps) {
  const { title, root, draft, touched, error, saving, onClose, onDiscard, children } = props;
  const onSave = useAfterNames(props.onSave);
  useHotkeys([['mod+Enter', onSave]], []);
  useFocusBack();
  return (
    <Sheet
      opened
      onClose={onClose}
      title={title}
      size={640}
      closeButtonProps={{ 'aria-label': 'Close, and keep what was typed' }}
    >
      <div ref={root} className={classes.form}>
        <ErrorNote error={error} />
        {children}
        <SheetFoot>
          <DraftWords status={draft} />
          {touched ? (
            <Button variant="subtle" color="gray" onClick={onDiscard}>
              Throw away
            </Button>
          ) : null}
          <Button variant="default" rightSection={<Kbd keys="Esc" />} onClick={onClose}>
            {touched ? 'Keep as draft' : 'Cancel'}
          </Button>
          <Button rightSection={<Kbd keys="Mod+Enter" />} disabled={saving} onClick={onSave}>
            Save
          </Button>
        </SheetFoot>
      </div>
    </Sheet>
  );
}

function DraftWords({ status }: { status: DraftStatus }) {
  return (
    <span className={classes.draft} role="status" data-failed={status.kind === 'notKept' || undefined}>
      {draftWords(status)}
    </span>
  );
}

function draftWords(status: DraftStatus): string {
  switch (status.kind) {
    case 'nothing':
      return '';
    case 'kept':
      return `Draft kept ${formatClock(status.at)}`;
    case 'notKept':
      return `Draft not kept: ${status.message}`;
    default:
      return assertNever(status);
  }
}
