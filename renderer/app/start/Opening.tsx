import { Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { JournalState } from '../../../shared/contract/journal';
import { useHeldCommands } from '../../ui/commands';
import { formatNumber } from '../../../shared/words/dates';
import classes from './Start.module.css';
import { StartFrame } from './StartFrame';

/** A journal of usual size is open before this has passed, and a screen that only flashes says nothing. */
const SHOWN_AFTER_MS = 200;
const BYTES_PER_MB = 1_000_000;

/** How far the opening of a large journal is. */
export function Opening({ state }: { state: Extract<JournalState, { kind: 'opening' }> }) {
  const [shown, setShown] = useState(false);
  useHeldCommands();
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  const percent = state.total > 0 ? Math.min(100, Math.round((state.done / state.total) * 100)) : 0;
  return (
    <StartFrame title="Opening your journal">
      <p className={classes.said}>{state.folder}</p>
      <Progress value={percent} size="md" className={classes.progress ?? ''} aria-label="Opened so far" />
      <p className={classes.numbers}>
        {megabytes(state.done)} of {megabytes(state.total)} MB read
      </p>
    </StartFrame>
  );
}

function megabytes(bytes: number): string {
  return formatNumber(Math.round((bytes / BYTES_PER_MB) * 10) / 10);
}
