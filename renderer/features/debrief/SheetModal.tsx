import { Modal } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect } from 'react';
import { hideToast } from '../../ui/toasts';
import { useFocusBack } from '../../ui/useFocusBack';
import classes from './sheet.module.css';

interface SheetModalProps {
  title: string;
  /** Beside the title: the truth about the draft. */
  aside: ReactNode;
  onClose(): void;
  onSave(): void;
  onMore?: () => void;
  children: ReactNode;
}

/** The sheet that debrief and rounds are written on: Esc keeps and closes, Ctrl+Enter saves, Alt+M shows more. */
export function SheetModal({ title, aside, onClose, onSave, onMore, children }: SheetModalProps) {
  useEffect(hideToast, []);
  useFocusBack();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.isPropagationStopped()) return;
    if (event.key === 'Escape' && belongsToList(event.target)) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSave();
    else if (onMore && event.altKey && event.code === 'KeyM') onMore();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={800}
      yOffset="4vh"
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes.content ?? '' }}
      onKeyDown={onKeyDown}
    >
      <Modal.Overlay backgroundOpacity={0.32} />
      <Modal.Content radius="lg">
        <div className={classes.sheet}>
          <header className={classes.header}>
            <Modal.Title className={classes.title ?? ''}>{title}</Modal.Title>
            {aside}
          </header>
          {children}
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

/** A list that is open takes Esc for itself: the first press closes the list, the next the sheet. */
function belongsToList(target: EventTarget): boolean {
  return (
    target instanceof Element &&
    target.closest('[aria-haspopup][aria-expanded="true"], [role="menu"], [role="listbox"]') !== null
  );
}
