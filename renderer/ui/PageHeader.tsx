import { useEffect, type ReactNode } from 'react';
import classes from './PageHeader.module.css';

interface PageHeaderProps {
  title: string;
  /** One quiet line under the title. */
  description?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
}

/** The head of a page: its only h1, which gets the focus when the page is entered and names the window. */
export function PageHeader({ title, description, actions }: PageHeaderProps) {
  usePageTitle(title);
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <h1 className={classes.title} tabIndex={-1} data-page-heading>
          {title}
        </h1>
        {description ? <p className={classes.description}>{description}</p> : null}
      </div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </header>
  );
}

/** Names the window after the page. A page with a head of its own marks its h1 with `tabIndex={-1} data-page-heading`. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Rapport`;
  }, [title]);
}
