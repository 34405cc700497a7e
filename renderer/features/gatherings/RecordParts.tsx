import { useId, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { PersonName } from '../../../shared/contract/common';
import { ErrorNote } from '../../ui/ErrorNote';
import { initialsOf } from '../../ui/initials';
import { Markdown } from '../../ui/Markdown';
import { PageHeader } from '../../ui/PageHeader';
import classes from './RecordPage.module.css';

/** A page whose record could not be read. `what`: "Gathering". */
export function UnreadPage({ what, error, onRetry }: { what: string; error: unknown; onRetry: () => void }) {
  return (
    <>
      <PageHeader title={what} />
      <ErrorNote error={error} title={`This ${what.toLowerCase()} could not be read`} onRetry={onRetry} />
    </>
  );
}

/** A part of a record's page under a heading. */
export function Card({ title, children }: { title: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.card} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}

export function Notes({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <Card title="Notes">
      <Markdown text={text} />
    </Card>
  );
}

/** A person in a list on a record's page; `children` stands at the end of the line. */
export function PersonLine({ person, children }: { person: PersonName; children?: ReactNode }) {
  const { id, name, organisation } = person;
  return (
    <li>
      <span className={classes.initials} aria-hidden="true">
        {initialsOf(name)}
      </span>
      <span className={classes.who}>
        <Link href={`/people/${id}`} className={classes.link}>
          <bdi>{name}</bdi>
        </Link>
        {organisation ? <bdi className={classes.aside}>{organisation}</bdi> : null}
      </span>
      {children}
    </li>
  );
}
