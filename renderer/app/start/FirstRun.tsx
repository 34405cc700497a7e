import { Button } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './Start.module.css';
import { StartError } from './StartError';
import { StartFrame } from './StartFrame';
import { useStart } from './useStart';

/** The first minute: what this is, where it is kept, and in. */
export function FirstRun({ defaultFolder }: { defaultFolder: string }) {
  const [folder, setFolder] = useState(defaultFolder);
  const start = useStart();
  return (
    <StartFrame title="Rapport">
      <p className={classes.purpose}>
        Write down whom you met and what happened. See how each relationship really stands.
      </p>
      <section className={classes.card} aria-label="Your journal">
        <h2 className={classes.label}>Your journal is a folder of plain files on this computer</h2>
        <div className={classes.folder}>
          <IconFolder size={20} className={classes.folderIcon} aria-hidden="true" />
          <span className={classes.path}>{folder}</span>
          <Button
            variant="default"
            size="compact-sm"
            disabled={start.busy}
            onClick={() => start.choose('newJournal', setFolder)}
          >
            Choose…
          </Button>
        </div>
        <StartError start={start} />
        <Button size="md" fullWidth autoFocus loading={start.busy} onClick={() => start.create(folder)}>
          Start my journal
        </Button>
        <Button size="md" variant="default" fullWidth disabled={start.busy} onClick={start.sample}>
          Look around with a sample journal
        </Button>
      </section>
      <p className={classes.others}>
        <Button variant="subtle" size="compact-sm" disabled={start.busy} onClick={start.openAnother}>
          Open a journal I have…
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={start.busy}
          onClick={() => start.create(folder, '/settings/restore')}
        >
          Restore from a backup…
        </Button>
      </p>
      <p className={classes.promise}>No account. Nothing leaves this computer.</p>
    </StartFrame>
  );
}
