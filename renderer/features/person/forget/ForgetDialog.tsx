import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { ForgetPreview, ForgetTold } from '../../../../shared/contract/forget';
import { toldIn } from '../../../../shared/forget/told';
import { call, callErrorOf, forgetViews, useGiveUpRead, useRead } from '../../../api';
import { usePassphraseWanted } from '../../../ui/backup-passphrase';
import { EnterPassphrase } from '../../../ui/EnterPassphrase';
import { ErrorNote } from '../../../ui/ErrorNote';
import { JobProgress } from '../../../ui/JobProgress';
import { Kbd } from '../../../ui/Kbd';
import { Sheet, SheetFoot } from '../../../ui/Sheet';
import { toastInfo } from '../../../ui/toasts';
import { useFocusBack } from '../../../ui/useFocusBack';
import classes from './Forget.module.css';
import { forgetLists, isTheName } from './forget-words';

interface ForgetDialogProps {
  personId: string | null;
  onClose: () => void;
}

/** Says what forgetting somebody takes along and what it cannot reach, and asks for the name: undo does not cover it. */
export function ForgetDialog({ personId, onClose }: ForgetDialogProps) {
  const [busy, setBusy] = useState(false);
  const client = useQueryClient();
  const read = useRead('forget.preview', { id: personId ?? '' }, { enabled: personId !== null && !busy });
  const preview = read.isPlaceholderData ? undefined : read.data;
  const isWanted = usePassphraseWanted();
  const isLocked = isWanted && preview?.backups.some(({ fate }) => fate === 'encrypted') === true;
  const giveUp = useGiveUpRead('forget.preview', 'look');
  const close = () => {
    giveUp();
    onClose();
  };
  return (
    <Sheet
      opened={personId !== null}
      onClose={close}
      title={preview ? `Forget ${preview.name}` : 'Forget'}
      size={600}
      closeOnEscape={!busy}
      closeOnClickOutside={false}
      withCloseButton={!busy}
      // The page behind it changes meanwhile. Closed, its root is still there.
      data-keeps-focus={personId !== null || undefined}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {personId === null ? null : (
        <Contents>
          <ErrorNote
            error={read.error}
            title="Rapport could not look through its files"
            onRetry={() => void read.refetch()}
          />
          {preview ? (
            <>
              {isLocked ? (
                <LockedBackups onEntered={() => void client.resetQueries({ queryKey: ['forget.preview'] })} />
              ) : null}
              <ForgetForm
                id={personId}
                preview={preview}
                hasFocus={!isLocked}
                busy={busy}
                onBusy={setBusy}
                onClose={close}
              />
            </>
          ) : read.error ? null : (
            <Looking />
          )}
        </Contents>
      )}
    </Sheet>
  );
}

/** All that is shown of one forgetting: when it has gone, the keyboard goes back to where it was. */
function Contents({ children }: { children: ReactNode }) {
  useFocusBack();
  return <div className={classes.contents}>{children}</div>;
}

function Looking() {
  const place = useRef<HTMLDivElement>(null);
  // The field that it follows has gone, and the keyboard with it.
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className={classes.looking}>
      <p className={classes.lead} role="status">
        Looking through the journal, its history and the backups…
      </p>
      <JobProgress job="look" label="Backups looked into" />
    </div>
  );
}

/** Good backups are not deleted only because their passphrase has not been entered yet. */
function LockedBackups({ onEntered }: { onEntered: () => void }) {
  return (
    <section className={classes.locked} aria-label="Encrypted backups">
      <p className={classes.lead}>
        Enter the passphrase of your backups first: then those that it opens are written anew without them,
        instead of being deleted.
      </p>
      <EnterPassphrase hasFocus onEntered={onEntered} />
    </section>
  );
}

interface ForgetFormProps {
  id: string;
  preview: ForgetPreview;
  /** The keyboard begins at the name. */
  hasFocus: boolean;
  busy: boolean;
  onBusy: (busy: boolean) => void;
  onClose: () => void;
}

function ForgetForm({ id, preview, hasFocus, busy, onBusy, onClose }: ForgetFormProps) {
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { error, forget } = useForget(id, onBusy, onClose);
  const sure = isTheName(typed, preview.name);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (sure && !busy) forget(typed, toldIn(preview));
  };
  const { code, fields } = error === null ? {} : callErrorOf(error);
  const refused = fields?.['name'];
  useEffect(() => {
    if (refused !== undefined) field.current?.focus();
  }, [refused, error]);
  return (
    <form className={classes.form} onSubmit={submit}>
      <p className={classes.lead}>
        Undo does not bring back what is forgotten. Nothing is erased before everything is ready to be.
      </p>
      <ForgetLists preview={preview} />
      <TextInput
        ref={field}
        label={
          <>
            Type <bdi>{preview.name}</bdi> to confirm
          </>
        }
        autoComplete="off"
        data-autofocus={hasFocus || undefined}
        autoFocus={hasFocus}
        value={typed}
        error={refused}
        disabled={busy}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {code === 'cancelled' ? (
        <p className={classes.quiet} role="status">
          Nothing was erased: you cancelled it.
        </p>
      ) : null}
      {refused === undefined && code !== 'cancelled' ? (
        <ErrorNote error={error} title="Nothing was erased" />
      ) : null}
      <ForgetFoot
        busy={busy}
        sure={sure}
        hasFocus={error !== null && refused === undefined}
        onClose={onClose}
      />
    </form>
  );
}

function ForgetLists({ preview }: { preview: ForgetPreview }) {
  return (
    <dl className={classes.lists}>
      {forgetLists(preview).map(({ title, lines }) => (
        <div key={title} className={classes.list}>
          <dt>{title}</dt>
          {lines.map((line) => (
            <dd key={line}>{line}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

interface ForgetFootProps {
  busy: boolean;
  sure: boolean;
  /** The keyboard goes on where nothing is erased. */
  hasFocus: boolean;
  onClose: () => void;
}

function ForgetFoot({ busy, sure, hasFocus, onClose }: ForgetFootProps) {
  if (busy) {
    return (
      <SheetFoot>
        <div className={classes.job}>
          <JobProgress job="forget" label="Getting everything ready" canCancel hasFocus />
        </div>
      </SheetFoot>
    );
  }
  return (
    <SheetFoot>
      <Button variant="default" rightSection={<Kbd keys="Esc" />} autoFocus={hasFocus} onClick={onClose}>
        Cancel
      </Button>
      <Button type="submit" color="red" disabled={!sure}>
        Forget for good
      </Button>
    </SheetFoot>
  );
}

/** Asks for it. The person's page is left first: while it is shown its address is kept for the next start. */
function useForget(id: string, onBusy: (busy: boolean) => void, onClose: () => void) {
  const [error, setError] = useState<unknown>(null);
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const forget = (name: string, told: ForgetTold) => {
    onBusy(true);
    setError(null);
    navigate('/people');
    // A search or a filter may hold the name.
    forgetViews();
    call('forget.person', { id, name, ...told })
      .then(({ waiting }) => {
        onBusy(false);
        onClose();
        // What was being written about them is erased too, and must not be offered any more.
        void client.invalidateQueries({ queryKey: ['drafts.list'] });
        toastInfo(
          waiting ? 'Forgotten here. What could not be reached follows at the next start.' : 'Forgotten.',
        );
      })
      .catch((thrown: unknown) => {
        navigate(`/people/${id}`);
        // What was shown may not be so any more.
        if (callErrorOf(thrown).code !== 'cancelled')
          void client.invalidateQueries({ queryKey: ['forget.preview'] });
        onBusy(false);
        setError(thrown);
      });
  };
  return { error, forget };
}
