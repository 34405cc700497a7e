import { Modal, type ModalProps } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import classes from './Sheet.module.css';
import { hideToast } from './toasts';

/** A dialog whose buttons stay in sight however long it is: they stand in a `SheetFoot`. */
export function Sheet(props: ModalProps) {
  const { opened } = props;
  // What passes by must not lie over the buttons.
  useEffect(() => {
    if (opened) hideToast();
  }, [opened]);
  return (
    <Modal
      radius={14}
      classNames={{ title: classes.title ?? '', header: classes.header ?? '', body: classes.body ?? '' }}
      {...props}
    />
  );
}

export function SheetFoot({ children }: { children: ReactNode }) {
  return <div className={classes.foot}>{children}</div>;
}
