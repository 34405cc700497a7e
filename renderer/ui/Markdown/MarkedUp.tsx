import { Fragment, type ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import { Link } from 'wouter';
import { call } from '../../api';
import classes from './Markdown.module.css';
import { toastError } from '../toasts';

const PERSON_LINK = /^rapport:\/\/person\/([0-9a-f-]{36})$/;

/**
 * Text with Markdown in it. HTML is text like any other, and nothing is loaded: pictures show their description only.
 * Links open outside after asking, and only https and mailto; `rapport://person/<id>` goes to that person.
 */
export function MarkedUp({ text }: { text: string }) {
  return (
    <ReactMarkdown components={components} urlTransform={keepKnownAddress}>
      {text}
    </ReactMarkdown>
  );
}

/** The address if it is one that we open, otherwise nothing. */
export function keepKnownAddress(address: string): string {
  return PERSON_LINK.test(address) || /^(?:https|mailto):/i.test(address) ? address : '';
}

function WordsLink({ href, children }: { href?: string | undefined; children?: ReactNode }) {
  if (!href) return <Fragment>{children}</Fragment>;
  const personId = PERSON_LINK.exec(href)?.[1];
  if (personId) return <Link href={`/people/${personId}`}>{children}</Link>;
  return (
    <a
      href={href}
      title={href}
      onClick={(event) => {
        event.preventDefault();
        call('app.openExternal', { url: href }).catch(toastError);
      }}
    >
      {children}
    </a>
  );
}

/** A heading in a note is no heading of the page. */
function NoteHeading({ children }: { children?: ReactNode }) {
  return (
    <p>
      <strong>{children}</strong>
    </p>
  );
}

const components: Components = {
  a: ({ href, children }) => <WordsLink href={href}>{children}</WordsLink>,
  img: ({ alt }) => <span className={classes.picture}>[picture{alt ? `: ${alt}` : ''}]</span>,
  h1: NoteHeading,
  h2: NoteHeading,
  h3: NoteHeading,
  h4: NoteHeading,
  h5: NoteHeading,
  h6: NoteHeading,
};
