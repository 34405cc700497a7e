import { Progress } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { ProgressEvent } from '../../../shared/contract/journal';
import { useEvent } from '../../api';
import classes from './Settings.module.css';

/** A long job in numbers, for as long as it runs. Nothing is shown until the first number is there. */
export function JobProgress({ job, label }: { job: ProgressEvent['job']; label: string }) {
  const progress = useProgress(job);
  const percent = progress && progress.total > 0 ? Math.min(100, (progress.done / progress.total) * 100) : 0;
  if (!progress) return null;
  return (
    <div className={classes.progress} role="status">
      <Progress value={percent} aria-label={label} />
      <p className={classes.quiet}>
        {label}: {Math.round(percent)} %
      </p>
    </div>
  );
}

function useProgress(job: ProgressEvent['job']): ProgressEvent | null {
  const [progress, setProgress] = useState<ProgressEvent | null>(null);
  useEvent(
    'progress',
    useCallback((event: ProgressEvent) => (event.job === job ? setProgress(event) : undefined), [job]),
  );
  return progress;
}
