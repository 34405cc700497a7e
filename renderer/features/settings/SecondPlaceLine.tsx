import { Button } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { assertNever } from '../../../shared/assert-never';
import type { SecondPlace } from '../../../shared/contract/backup';
import { call } from '../../api';
import { formatMoment } from '../../../shared/words/dates';
import { ErrorNote } from '../../ui/ErrorNote';
import { useFocusOnReturn } from '../../ui/useFocusOnReturn';
import { PathLine } from './PathLine';
import classes from './Settings.module.css';
import { useTask } from '../../ui/useTask';

/** Another disk, or a synced folder, that gets a copy of every backup. That it is away is said, and no error. */
export function SecondPlaceLine({ second }: { second: SecondPlace | null }) {
  const client = useQueryClient();
  const task = useTask();
  const chooser = useFocusOnReturn<HTMLButtonElement>(task.busy);
  const keep = async (secondBackupFolder: string | null) => {
    await call('settings.set', { secondBackupFolder });
    await client.invalidateQueries({ queryKey: ['settings.get'] });
    await client.invalidateQueries({ queryKey: ['backup.list'] });
  };
  const choose = async () => {
    const { path } = await call('app.chooseFolder', { for: 'secondBackups' });
    if (path !== null) await keep(path);
  };
  return (
    <div className={classes.part}>
      <h3 className={classes.subheading}>A second place</h3>
      {second === null ? (
        <>
          <p className={classes.quiet}>
            An external disk, or a folder that another program syncs, can get a copy of every backup.
          </p>
          <div>
            <Button ref={chooser} variant="default" loading={task.busy} onClick={() => task.run(choose)}>
              Choose a second place…
            </Button>
          </div>
        </>
      ) : (
        <>
          <PathLine icon={<IconDeviceFloppy size={18} />} path={second.folder}>
            <Button
              ref={chooser}
              variant="default"
              size="compact-sm"
              disabled={task.busy}
              onClick={() => task.run(choose)}
            >
              Choose another second place…
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              disabled={task.busy}
              onClick={() => task.run(() => keep(null))}
            >
              Do without
            </Button>
          </PathLine>
          <p className={classes.quiet} role="status">
            {secondWords(second.state)}
          </p>
        </>
      )}
      <ErrorNote error={task.error} title="The second place was not changed" withFields />
    </div>
  );
}

function secondWords(state: SecondPlace['state']): string {
  switch (state.kind) {
    case 'upToDate':
      return `Every backup is there too, copied and checked ${formatMoment(state.at)}.`;
    case 'behind':
      return 'It is there. What it lacks is copied within a minute.';
    case 'away':
      return 'It is not there just now. What it lacks is copied as soon as it is back.';
    case 'failed':
      return `The last copy was not made; it is tried again. ${state.message}`;
    default:
      return assertNever(state);
  }
}
