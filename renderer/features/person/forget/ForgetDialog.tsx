import { Button, Group, Modal, Progress, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import type { ProgressEvent } from '../../../../shared/contract/journal';
import type { ForgetPreview } from '../../../../shared/contract/forget';
import { deletedBackups } from '../../../../shared/forget/deleted-backups';
import { call, callErrorOf, forgetViews, useEvent, useRead } from '../../../api';
import { ErrorNote } from '../../../ui/ErrorNote';
import { Kbd } from '../../../ui/Kbd';
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
  const read = useRead('forget.preview', { id: personId ?? '' }, { enabled: personId !== null && !busy });
  const preview = read.isPlaceholderData ? undefined : read.data;
  return (
    <Modal
      opened={personId !== null}
      onClose={onClose}
      title={preview ? `Forget ${preview.name}` : 'Forget'}
      size={600}
      closeOnEscape={!busy}
      closeOnClickOutside={false}
      withCloseButton={!busy}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <ErrorNote
        error={read.error}
        title="Rapport could not look through its files"
        onRetry={() => void read.refetch()}
      />
      {personId !== null && preview ? (
        <ForgetForm id={personId} preview={preview} busy={busy} onBusy={setBusy} onClose={onClose} />
      ) : read.error ? null : (
        <p className={classes.looking} role="status">
          Looking through the journal, its history and the backups…
        </p>
      )}
    </Modal>
  );
}

interface ForgetFormProps {
  id: string;
  preview: ForgetPreview;
  busy: boolean;
  onBusy: (busy: boolean) => void;
  onClose: () => void;
}

function ForgetForm({ id, preview, busy, onBusy, onClose }: ForgetFormProps) {
  const [typed, setTyped] = useState('');
  const { error, forget } = useForget(id, onBusy, onClose);
  useFocusBack();
  const sure = isTheName(typed, preview.name);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (sure && !busy) forget(typed, deletedBackups(preview));
  };
  const refused = error === null ? undefined : callErrorOf(error).fields?.['name'];
  return (
    <form className={classes.form} onSubmit={submit}>
      <p className={classes.lead}>
        Undo does not bring back what is forgotten. Nothing is erased before everything is ready to be.
      </p>
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
      <TextInput
        label={
          <>
            Type <bdi>{preview.name}</bdi> to confirm
          </>
        }
        autoComplete="off"
        data-autofocus
        autoFocus
        value={typed}
        error={refused}
        disabled={busy}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {busy ? <ForgetProgress /> : null}
      {refused === undefined ? <ErrorNote error={error} title="Nothing was erased" /> : null}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" rightSection={<Kbd keys="Esc" />} disabled={busy} onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" color="red" disabled={!sure} loading={busy}>
          Forget for good
        </Button>
      </Group>
    </form>
  );
}

/** Asks for it. The person's page is left first: while it is shown its address is kept for the next start. */
function useForget(id: string, onBusy: (busy: boolean) => void, onClose: () => void) {
  const [error, setError] = useState<unknown>(null);
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const forget = (name: string, deleted: string[]) => {
    onBusy(true);
    setError(null);
    navigate('/people');
    // A search or a filter may hold the name.
    forgetViews();
    call('forget.person', { id, name, deleted })
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
        void client.invalidateQueries({ queryKey: ['forget.preview'] });
        onBusy(false);
        setError(thrown);
      });
  };
  return { error, forget };
}

/** How many of the backups are ready. Nothing while the journal itself is looked through. */
function ForgetProgress() {
  const [progress, setProgress] = useState<ProgressEvent | null>(null);
  useEvent(
    'progress',
    useCallback((event: ProgressEvent) => (event.job === 'forget' ? setProgress(event) : undefined), []),
  );
  if (!progress) return null;
  const label = `Backup ${progress.done + 1} of ${progress.total} is written anew`;
  return (
    <div role="status">
      <Progress value={(progress.done / progress.total) * 100} aria-label={label} />
      {label}
    </div>
  );
}
