import { Button } from '@mantine/core';
import { useNow } from '../../../ui/useToday';
import { liesAhead, statusOf } from '../debrief-draft';
import classes from './form.module.css';
import { useField } from './form-store';

/** Says what the date makes of the entry: something ahead is a plan; a plan of the past asks what became of it. */
export function StatusNote() {
  const [at] = useField('at');
  const [status, setStatus] = useField('status');
  const now = useNow();
  const ahead = liesAhead(at, now);
  if (ahead && statusOf({ status, at }, now) === 'planned')
    return (
      <p className={classes.statusNote} role="status">
        <span>
          This lies ahead, so it is kept as <strong>planned</strong>.
        </span>
      </p>
    );
  if (ahead || status !== 'planned') return null;
  return (
    <p className={classes.statusNote} role="status">
      This was planned, and its time has come.
      <Button variant="default" size="compact-sm" onClick={() => setStatus('held')}>
        It took place
      </Button>
    </p>
  );
}
