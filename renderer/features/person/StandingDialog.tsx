import { Button, Group, Modal, Radio, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type SubmitEvent, useRef, useState } from 'react';
import type { CallError } from '../../../shared/contract/journal';
import { type Person, StandingKind } from '../../../shared/model/person';
import { call, callErrorOf, useRead } from '../../api';
import { ErrorNote } from '../../ui/ErrorNote';
import { Kbd } from '../../ui/Kbd';
import { toastDone } from '../../ui/toasts';
import { useFocusBack } from '../../ui/useFocusBack';
import { useToday } from '../../ui/useToday';
import { standingLabels } from '../../../shared/words/labels';
import { ClosingNote } from './ClosingNote';
import { openFollowUp } from './followup/overlay';
import classes from './form/PersonForm.module.css';
import type { StandingArgs } from './overlays';

const EFFECTS: Record<StandingKind, string> = {
  active: 'Rhythm, dates and reminders as usual.',
  resting: 'A pause: no nudges until you take it up again.',
  letGo: 'Thank them and move on. Silent everywhere; the history stays, and you can come back.',
  keepDistance: 'Polite, and out of their way: no nudges; you are reminded where they may be.',
  deceased: 'No nudges, no birthdays. What you had together stays.',
};

interface StandingDialogProps {
  /** Null: closed. */
  args: StandingArgs | null;
  onClose: () => void;
}

/** Where the user stands with a person, with what each choice does. */
export function StandingDialog({ args, onClose }: StandingDialogProps) {
  const personId = args?.personId ?? null;
  const read = useRead('people.get', { id: personId ?? '' }, { enabled: personId !== null });
  const person = read.data?.id === personId ? read.data : undefined;
  return (
    <Modal
      opened={personId !== null}
      onClose={onClose}
      title={person ? `Where you stand with ${person.name}` : 'Where you stand'}
      size={480}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <ErrorNote error={read.error} title="This person could not be read" />
      {person ? <StandingForm key={person.rev} person={person} kind={args?.kind} onClose={onClose} /> : null}
    </Modal>
  );
}

interface StandingFormProps {
  person: Person;
  /** What is chosen at first; absent: what holds. */
  kind: StandingKind | undefined;
  onClose: () => void;
}

function StandingForm({ person, kind: first, onClose }: StandingFormProps) {
  const { kind, error, errorOf, ...standing } = useStanding(person, first, onClose);
  const form = useRef<HTMLFormElement>(null);
  useHotkeys([['mod+Enter', () => form.current?.requestSubmit()]], []);
  useFocusBack();
  return (
    <form ref={form} className={classes.form} onSubmit={standing.save}>
      <Radio.Group value={kind} onChange={standing.choose} aria-label="Where you stand">
        <div className={classes.choices}>
          {StandingKind.options.map((option) => (
            <Radio
              key={option}
              value={option}
              label={standingLabels[option]}
              description={EFFECTS[option]}
              // The dialog is there before the person has been read: its own first focus comes too early.
              autoFocus={option === (first ?? person.standing?.kind ?? 'active')}
            />
          ))}
        </div>
      </Radio.Group>
      <StandingFields personId={person.id} kind={kind} errorOf={errorOf} standing={standing} />
      <ErrorNote error={error ? new Error(error.message) : null} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" rightSection={<Kbd keys="Esc" />} onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" rightSection={<Kbd keys="Mod+Enter" />}>
          Save
        </Button>
      </Group>
    </form>
  );
}

type StandingState = ReturnType<typeof useStanding>;

interface StandingFieldsProps extends Pick<StandingState, 'kind' | 'errorOf'> {
  personId: string;
  standing: Omit<StandingState, 'kind' | 'error' | 'errorOf'>;
}

/** What belongs to the standing that is chosen. */
function StandingFields({ personId, kind, errorOf, standing }: StandingFieldsProps) {
  return (
    <>
      <TextInput
        type="date"
        label="Since"
        value={standing.since}
        error={errorOf('since')}
        onChange={(event) => standing.setSince(event.currentTarget.value)}
      />
      {kind === 'active' ? null : (
        <TextInput
          label="Reason"
          description="For yourself; nobody else sees it"
          value={standing.reason}
          error={errorOf('reason')}
          onChange={(event) => standing.setReason(event.currentTarget.value)}
        />
      )}
      {kind === 'resting' ? (
        <TextInput
          type="date"
          label="Until"
          description="Without a day: until you take it up again"
          min={standing.since}
          value={standing.until}
          error={errorOf('until')}
          onChange={(event) => standing.setUntil(event.currentTarget.value)}
        />
      ) : null}
      {kind === 'letGo' ? (
        <ClosingNote
          personId={personId}
          note={standing.note}
          error={errorOf('closingNote')}
          onNote={standing.setNote}
          thank={standing.thank}
          onThank={standing.setThank}
        />
      ) : null}
    </>
  );
}

/** The standing while it is being chosen, and how it is saved. */
function useStanding(person: Person, first: StandingKind | undefined, onClose: () => void) {
  const today = useToday();
  const [kind, setKind] = useState<StandingKind>(first ?? person.standing?.kind ?? 'active');
  const holds = (next: string) => next === person.standing?.kind;
  const [since, setSince] = useState((holds(kind) ? person.standing?.since : undefined) ?? today);
  const [until, setUntil] = useState(person.standing?.until ?? '');
  const [thank, setThank] = useState(false);
  const [reason, setReason] = useState(person.standing?.reason ?? '');
  const [note, setNote] = useState(person.standing?.closingNote ?? '');
  const [error, setError] = useState<CallError | null>(null);
  const errorOf = (field: string) =>
    error?.fields?.[`person.standing.${field}`] ?? error?.fields?.[`standing.${field}`];
  const choose = (next: string) => {
    setKind(StandingKind.options.find((option) => option === next) ?? 'active');
    // A new standing begins today, unless the user says otherwise.
    setSince((holds(next) ? person.standing?.since : undefined) ?? today);
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const { id, rev, createdAt: _createdAt, updatedAt: _updatedAt, ...fields } = person;
    const standing = {
      ...fields.standing,
      kind,
      since,
      reason: reason.trim() === '' || kind === 'active' ? undefined : reason.trim(),
      until: kind === 'resting' && until !== '' ? until : undefined,
      closingNote: kind === 'letGo' && note.trim() !== '' ? note : undefined,
    };
    call('people.save', { editing: { id, rev }, person: { ...fields, standing } })
      .then(() => {
        onClose();
        toastDone(`${person.name}: ${standingLabels[kind].toLowerCase()}`);
        if (kind === 'letGo' && thank) openFollowUp({ personId: id, aim: 'thanks' });
      })
      .catch((thrown: unknown) => setError(callErrorOf(thrown)));
  };
  return {
    kind,
    choose,
    ...{ since, setSince, until, setUntil, reason, setReason, note, setNote, thank, setThank },
    error,
    errorOf,
    save,
  };
}
