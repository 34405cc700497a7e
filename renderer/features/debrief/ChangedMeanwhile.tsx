import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract';
import { call } from '../../api';
import { formatInstant } from '../../../shared/words/dates';
import { ErrorNote } from '../../ui/ErrorNote';
import classes from './sheet.module.css';

interface ChangedMeanwhileProps {
  entryId: string;
  onSaveOver(): void;
}

/** The entry was changed after this form was opened: both versions are there, and the user decides. */
export function ChangedMeanwhile({ entryId, onSaveOver }: ChangedMeanwhileProps) {
  const [current, setCurrent] = useState<CallOutput<'interactions.get'> | null>(null);
  const [error, setError] = useState<unknown>(null);
  const look = () => void call('interactions.get', { id: entryId }).then(setCurrent, setError);
  return (
    <div className={classes.meanwhile} role="alert">
      <p>
        Nothing was changed: this entry was changed somewhere else after you opened it. What you typed is kept
        here and in your draft.
      </p>
      <div className={classes.buttons}>
        <Button size="compact-sm" variant="default" onClick={look}>
          Show what it says now
        </Button>
        <Button size="compact-sm" variant="default" onClick={onSaveOver}>
          Save mine over it
        </Button>
      </div>
      <ErrorNote error={error} />
      {current ? (
        <blockquote className={classes.theirs}>
          <p className={classes.theirsWhen}>
            {formatInstant(current.interaction.at)}, {namesOf(current)}
          </p>
          {current.interaction.notes ?? 'No words.'}
        </blockquote>
      ) : null}
    </div>
  );
}

function namesOf({ interaction, people }: CallOutput<'interactions.get'>): string {
  const tookPart = people.filter(({ id }) =>
    interaction.participants.some(({ personId }) => personId === id),
  );
  return tookPart.map(({ name }) => name).join(', ');
}
