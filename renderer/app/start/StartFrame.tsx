import { type ReactNode, useEffect, useRef } from 'react';
import { usePageTitle } from '../../ui/PageHeader';
import classes from './Start.module.css';

/** The calm frame of the screens that stand before the journal. */
export function StartFrame({
  title,
  wide,
  focusTitle = false,
  children,
}: {
  title: string;
  wide?: boolean;
  /** Where no way on is so plain that its button could have the focus. */
  focusTitle?: boolean;
  children: ReactNode;
}) {
  usePageTitle(title === 'Rapport' ? 'Welcome' : title);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusTitle) heading.current?.focus();
  }, [focusTitle]);
  return (
    <main className={classes.frame}>
      <div className={classes.inner} data-wide={wide || undefined}>
        <h1 ref={heading} tabIndex={focusTitle ? -1 : undefined} className={classes.title}>
          {title}
        </h1>
        {children}
      </div>
    </main>
  );
}
