import { useState } from 'react';
import type { EntryView } from '../../../shared/contract/common';
import { plainText } from '../../../shared/plain-text';
import { useRead } from '../../api';
import { ErrorNote } from '../ErrorNote';
import { Markdown } from '../Markdown';
import { Marked } from '../Marked';
import classes from './EntryCard.module.css';

/** Longer notes are folded: characters and lines that stay in sight. */
const SHOWN_CHARACTERS = 700;
const SHOWN_LINES = 10;

/** The user's words of an entry, long ones folded, or the piece of them that answers a search. */
export function EntryWords({ view }: { view: EntryView }) {
  const [open, setOpen] = useState(false);
  const notes = view.interaction.notes ?? '';
  const whole = useRead('interactions.get', { id: view.interaction.id }, { enabled: open && view.notesCut });
  if (notes.trim() === '') return null;
  const folded = foldNotes(notes);
  const excerptIsPart = view.excerpt !== null && view.excerpt.text !== plainText(notes).trim();
  const canUnfold = view.notesCut || (view.excerpt ? excerptIsPart : folded.length < notes.length);
  const text = open ? ((view.notesCut ? whole.data?.interaction.notes : undefined) ?? notes) : folded;
  return (
    <>
      {view.excerpt && !open ? (
        <p className={classes.excerpt} dir="auto">
          <Marked excerpt={view.excerpt} />
        </p>
      ) : (
        <Markdown text={text} />
      )}
      <ErrorNote error={whole.error} title="The whole entry could not be read" />
      {canUnfold ? (
        <button type="button" className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Show less' : 'Show all'}
        </button>
      ) : null}
    </>
  );
}

/** The beginning of long notes, cut at a line or a word; short ones whole. */
export function foldNotes(notes: string): string {
  const lines = notes.split('\n');
  const byLines = lines.length > SHOWN_LINES + 2 ? lines.slice(0, SHOWN_LINES).join('\n') : notes;
  // A fold that hides a few words is worse than none.
  if (byLines.length <= SHOWN_CHARACTERS * 1.3) return byLines;
  const cut = byLines.slice(0, SHOWN_CHARACTERS);
  const end = cut.lastIndexOf(' ');
  return `${end > SHOWN_CHARACTERS / 2 ? cut.slice(0, end) : cut}…`;
}
