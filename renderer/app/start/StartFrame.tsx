import type { ReactNode } from 'react';
import { usePageTitle } from '../../ui/PageHeader';
import classes from './Start.module.css';

/** The calm frame of the screens that stand before the journal. */
export function StartFrame({
  title,
  wide,
  children,
}: {
  title: string;
  wide?: boolean;
  children: ReactNode;
}) {
  usePageTitle(title === 'Rapport' ? 'Welcome' : title);
  return (
    <main className={classes.frame}>
      <div className={classes.inner} data-wide={wide || undefined}>
        <h1 className={classes.title}>{title}</h1>
        {children}
      </div>
    </main>
  );
}
