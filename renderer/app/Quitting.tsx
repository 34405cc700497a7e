import { Button, Modal, Progress } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { ProgressEvent } from '../../shared/contract/journal';
import { call, useEvent } from '../api';
import { toastError } from '../ui/toasts';
import classes from './Quitting.module.css';

/** The app is about to end: its last backup is being made. Most are made before anybody has read this. */
export function Quitting() {
  const [percent, setPercent] = useState(0);
  useEvent(
    'progress',
    useCallback(({ job, done, total }: ProgressEvent) => {
      if (job === 'quit' && total > 0) setPercent(Math.min(100, (done / total) * 100));
    }, []),
  );
  const skip = () => void call('app.quitNow', {}).catch(toastError);
  return (
    <Modal.Root
      opened
      onClose={() => undefined}
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
      size={420}
    >
      <Modal.Overlay />
      <Modal.Content aria-label="Backing up before Rapport closes" radius={14}>
        <Modal.Body className={classes.body ?? ''}>
          <p className={classes.words} role="status">
            Backing up before Rapport closes: {Math.round(percent)} %
          </p>
          <Progress value={percent} aria-label="The last backup" />
          <p className={classes.quiet}>Everything you wrote is saved already.</p>
          <Button variant="default" onClick={skip} data-autofocus>
            Close without a backup
          </Button>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
