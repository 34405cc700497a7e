import { Button } from '@mantine/core';
import { ErrorNote } from '../../ui/ErrorNote';
import classes from './Start.module.css';
import type { Start } from './useStart';

/** Why the way that was tried leads nowhere, and the nearest one that does. */
export function StartError({ start }: { start: Start }) {
  const { folderInside } = start;
  return (
    <ErrorNote error={start.error} withFields>
      {folderInside === null ? null : (
        <Button
          className={classes.inside ?? ''}
          variant="default"
          size="compact-sm"
          onClick={start.createInside}
        >
          Use a new folder “Rapport” in it
        </Button>
      )}
    </ErrorNote>
  );
}
