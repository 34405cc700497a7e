import { lazy, Suspense, useState } from 'react';
import { useAfterFirstPage } from '../../ui/after-first-page';
import { NotNowButton } from './NotNowButton';
import type { LineAction } from './useLineActions';

interface NotNowProps {
  title: string;
  tabIndex: number;
  onAction: (action: LineAction) => void;
}

// A menu is a tenth of the code that a start would read, for what nobody does in the first half second.
const NotNowMenu = lazy(async () => ({ default: (await import('./NotNowMenu')).NotNowMenu }));

/** The button that puts a line off, and its menu. Pressed before the menu has been read, it opens as soon as it has. */
export function NotNow(props: NotNowProps) {
  const [isAfter, now] = useAfterFirstPage();
  const [pressed, setPressed] = useState(false);
  const button = <NotNowButton title={props.title} tabIndex={props.tabIndex} aria-haspopup="menu" />;
  if (isAfter) {
    return (
      <Suspense fallback={button}>
        <NotNowMenu {...props} opened={pressed} />
      </Suspense>
    );
  }
  return (
    <NotNowButton
      title={props.title}
      tabIndex={props.tabIndex}
      aria-haspopup="menu"
      onClick={() => {
        setPressed(true);
        now();
      }}
    />
  );
}
