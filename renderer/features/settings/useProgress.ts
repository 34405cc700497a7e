import { useCallback, useEffect, useState } from 'react';
import type { ProgressEvent } from '../../../shared/contract/journal';
import { useEvent } from '../../api';

/** How far a long job is, while `active`. Null until its first number arrives. */
export function useProgress(job: ProgressEvent['job'], active: boolean): ProgressEvent | null {
  const [progress, setProgress] = useState<ProgressEvent | null>(null);
  useEvent(
    'progress',
    useCallback((event: ProgressEvent) => (event.job === job ? setProgress(event) : undefined), [job]),
  );
  useEffect(() => {
    if (!active) setProgress(null);
  }, [active]);
  return active ? progress : null;
}
