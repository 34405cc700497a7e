import { VisuallyHidden } from '@mantine/core';
import classes from './Kbd.module.css';
import { keyCaps, spokenKeys } from './keys';

/** The keys of a command, "Mod+Shift+N", as they are called on this computer. */
export function Kbd({ keys, className }: { keys: string; className?: string | undefined }) {
  return (
    <kbd className={className ? `${classes.keys} ${className}` : classes.keys}>
      <span aria-hidden="true">{keyCaps(keys).join(' ')}</span>
      <VisuallyHidden>{spokenKeys(keys)}</VisuallyHidden>
    </kbd>
  );
}
