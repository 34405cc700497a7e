import { Progress } from '@mantine/core';
import type { ProgressEvent } from '../../../shared/contract/journal';
import { formatNumber } from '../../ui/dates';
import classes from './Settings.module.css';

/** A long job in numbers. */
export function JobProgress({ label, progress }: { label: string; progress: ProgressEvent | null }) {
  const percent = progress && progress.total > 0 ? (progress.done / progress.total) * 100 : 0;
  return (
    <div className={classes.progress} role="status">
      <Progress value={percent} aria-label={label} />
      <p className={classes.quiet}>
        {label}
        {progress ? `: ${formatNumber(progress.done)} of ${formatNumber(progress.total)}` : '…'}
      </p>
    </div>
  );
}
