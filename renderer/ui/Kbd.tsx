import { VisuallyHidden } from '@mantine/core';
import classes from './Kbd.module.css';
import { keyCaps, spokenKeys } from './keys';

interface KbdProps {
  keys: string;
  /** On a filled button. */
  onAccent?: boolean;
  className?: string | undefined;
}

/** The keys of a command, "Mod+Shift+N", as they are called on this computer. */
export function Kbd({ keys, onAccent, className }: KbdProps) {
  return (
    <kbd className={[classes.keys, onAccent ? classes.onAccent : '', className ?? ''].join(' ').trim()}>
      <span aria-hidden="true">{keyCaps(keys).join(' ')}</span>
      <VisuallyHidden>{spokenKeys(keys)}</VisuallyHidden>
    </kbd>
  );
}
