import { Button, Group, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorNote } from '../../ui/ErrorNote';
import { fileNameOf } from './looked-at';
import classes from './Settings.module.css';

interface PassphraseQuestionProps {
  path: string;
  busy: boolean;
  /** Why the last answer did not do. */
  error: unknown;
  onAnswer: (passphrase: string) => void;
  onCancel: () => void;
}

/** Asks for the passphrase of an encrypted backup. */
export function PassphraseQuestion({ path, busy, error, onAnswer, onCancel }: PassphraseQuestionProps) {
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      className={classes.form}
      aria-label="Passphrase of the backup"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '') onAnswer(passphrase);
      }}
    >
      <p className={classes.quiet}>{fileNameOf(path)} is encrypted.</p>
      <PasswordInput
        label="Its passphrase"
        autoFocus
        value={passphrase}
        onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': 'Show the passphrase', tabIndex: 0 }}
      />
      <ErrorNote error={error} title="It was not opened" />
      <Group gap="sm">
        <Button type="submit" loading={busy} disabled={passphrase === ''}>
          Open it
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
