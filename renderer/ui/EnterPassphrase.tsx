import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useEnterPassphrase } from './backup-passphrase';
import classes from './EnterPassphrase.module.css';
import { ErrorNote } from './ErrorNote';
import { useTask } from './useTask';

interface EnterPassphraseProps {
  hasFocus?: boolean;
  /** The backups can be opened from now on. */
  onEntered?: () => void;
}

/** Tells Rapport the passphrase of its backups: where the computer has no keychain it is not known after a start. */
export function EnterPassphrase({ hasFocus = false, onEntered }: EnterPassphraseProps) {
  const [passphrase, setPassphrase] = useState('');
  const enter = useEnterPassphrase();
  const task = useTask();
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '') task.run(() => enter(passphrase).then(onEntered));
      }}
    >
      <div className={classes.line}>
        <PasswordInput
          className={classes.field ?? ''}
          label="Passphrase of the backups"
          data-arrival
          autoFocus={hasFocus}
          data-autofocus={hasFocus || undefined}
          value={passphrase}
          onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the passphrase', tabIndex: 0 }}
        />
        <Button type="submit" loading={task.busy} disabled={passphrase === ''}>
          Use it
        </Button>
      </div>
      <ErrorNote error={task.busy ? null : task.error} title="This passphrase was not taken" />
    </form>
  );
}
