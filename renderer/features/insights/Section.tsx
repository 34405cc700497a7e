import { type ReactNode, useId } from 'react';
import classes from './Insights.module.css';

interface SectionProps {
  /** What it is about. */
  name: string;
  /** What it says, as a sentence. */
  finding: string;
  children: ReactNode;
}

/** One insight: its finding as the title, and the figures behind it. */
export function Section({ name, finding, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <p className={classes.name}>{name}</p>
      <h2 id={id} className={classes.finding}>
        {finding}
      </h2>
      {children}
    </section>
  );
}
