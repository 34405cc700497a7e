import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

interface Listbox {
  active: number;
  setActive(index: number): void;
  /** Moves in the list or chooses from it. Answers whether the key was for the list. */
  onKey(event: KeyboardEvent): boolean;
  /** For the text field or button that the list belongs to. */
  ownerProps: {
    'aria-expanded': boolean;
    'aria-haspopup': 'listbox';
    'aria-controls': string | undefined;
    'aria-activedescendant': string | undefined;
  };
  listProps: { id: string; role: 'listbox' };
  optionProps(index: number): {
    id: string;
    role: 'option';
    'aria-selected': boolean;
    'data-active': boolean | undefined;
    onPointerMove(event: { clientX: number; clientY: number }): void;
    onMouseDown(event: { preventDefault(): void }): void;
    onClick(): void;
  };
}

/**
 * A list under a field while the focus stays in the field: arrows move, Enter chooses. The caller renders it and opens
 * and closes it. `resetOn`: when this changes the first option is the active one again.
 */
export function useListbox(
  open: boolean,
  size: number,
  choose: (index: number) => void,
  resetOn: string,
): Listbox {
  const id = useId();
  const [active, setActive] = useState(0);
  /** Where it was last seen over this list; null: not yet. */
  const pointer = useRef<{ x: number; y: number } | null>(null);
  useEffect(() => {
    setActive(0);
    pointer.current = null;
  }, [resetOn, open]);
  const shown = Math.min(active, Math.max(0, size - 1));
  useEffect(() => {
    if (open) document.getElementById(`${id}-${shown}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, open, shown]);

  const onKey = (event: KeyboardEvent): boolean => {
    if (!open || size === 0 || event.nativeEvent.isComposing) return false;
    if (event.key === 'ArrowDown') setActive((shown + 1) % size);
    else if (event.key === 'ArrowUp') setActive((shown - 1 + size) % size);
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) choose(shown);
    else return false;
    event.preventDefault();
    return true;
  };
  const listed = open && size > 0;
  return {
    active: shown,
    setActive,
    onKey,
    ownerProps: {
      'aria-expanded': listed,
      'aria-haspopup': 'listbox',
      'aria-controls': listed ? id : undefined,
      'aria-activedescendant': listed ? `${id}-${shown}` : undefined,
    },
    listProps: { id, role: 'listbox' },
    optionProps: (index) => ({
      id: `${id}-${index}`,
      role: 'option',
      'aria-selected': index === shown,
      'data-active': index === shown || undefined,
      onPointerMove: ({ clientX: x, clientY: y }) => {
        // A list that opens under a pointer at rest is told of a move as well: it must not change what Enter chooses.
        const was = pointer.current;
        pointer.current = { x, y };
        if (was !== null && (was.x !== x || was.y !== y)) setActive(index);
      },
      // The field keeps the focus while its list is clicked.
      onMouseDown: (event) => event.preventDefault(),
      onClick: () => choose(index),
    }),
  };
}
