import { Button, Progress } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { JobName } from '../../shared/contract/common';
import type { ProgressEvent } from '../../shared/contract/journal';
import { call, useEvent } from '../api';
import { toastError } from './toasts';
import classes from './JobProgress.module.css';

interface JobProgressProps {
  job: JobName;
  label: string;
  /** It can be given up, and then nothing of it is left. */
  canCancel?: boolean;
  /** What it was begun with is gone: the keyboard goes on at the one thing that can be done. */
  hasFocus?: boolean;
}

/** A long job in numbers, for as long as it runs. */
export function JobProgress({ job, label, canCancel = false, hasFocus = false }: JobProgressProps) {
  const progress = useProgress(job);
  const percent = progress && progress.total > 0 ? Math.min(100, (progress.done / progress.total) * 100) : 0;
  if (!progress && !canCancel) return null;
  return (
    <div className={classes.job}>
      <div className={classes.progress} role="status">
        <Progress value={percent} aria-label={label} />
        <p className={classes.words}>
          {label}: {percent < 100 ? `${Math.floor(percent)} %` : 'finishing…'}
        </p>
      </div>
      {canCancel ? (
        <Button variant="default" size="compact-sm" autoFocus={hasFocus} onClick={() => cancelJob(job)}>
          Cancel
        </Button>
      ) : null}
    </div>
  );
}

/** Gives it up, also when it still waits for its turn. */
function cancelJob(job: JobName): void {
  call('backup.cancel', { job }).catch(toastError);
}

function useProgress(job: JobName): ProgressEvent | null {
  const [progress, setProgress] = useState<ProgressEvent | null>(null);
  useEvent(
    'progress',
    useCallback((event: ProgressEvent) => (event.job === job ? setProgress(event) : undefined), [job]),
  );
  return progress;
}
