import { Button, Checkbox, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRead } from '../../api';
import { giftsOf } from './followup/first-words';

interface ClosingNoteProps {
  personId: string;
  note: string;
  error: ReactNode;
  onNote: (note: string) => void;
  /** Whether thanks are to be drafted afterwards. */
  thank: boolean;
  onThank: (thank: boolean) => void;
}

/** Thank them and move on: a note for oneself, begun with what they gave, and a message to them if one likes. */
export function ClosingNote({ personId, note, error, onNote, thank, onThank }: ClosingNoteProps) {
  const { data } = useRead('people.timeline', { id: personId, show: 'exchanges', offset: 0, limit: 40 });
  const entries = (data?.rows ?? []).flatMap((item) =>
    item.kind === 'entry' ? [item.entry.interaction] : [],
  );
  const gifts = giftsOf(personId, entries);
  const begin = () => onNote(`Thank you for the ${gifts}. I wish you well.`);
  return (
    <>
      <Textarea
        label="A kind closing note"
        description="What they gave you, what you wish them. It stays with you."
        autosize
        minRows={3}
        maxRows={10}
        value={note}
        error={error}
        onChange={(event) => onNote(event.currentTarget.value)}
      />
      {gifts !== null && note.trim() === '' ? (
        <Button variant="subtle" size="compact-sm" justify="flex-start" onClick={begin}>
          {`Begin with what they gave: ${gifts}`}
        </Button>
      ) : null}
      <Checkbox
        label="Then draft a thank-you to them"
        description="To copy or to open in the mail program. Rapport sends nothing."
        checked={thank}
        onChange={(event) => onThank(event.currentTarget.checked)}
      />
    </>
  );
}
