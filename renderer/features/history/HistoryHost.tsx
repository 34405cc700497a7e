import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useGiveUpRead, useRead } from '../../api';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { JobProgress } from '../../ui/JobProgress';
import { type HistoryArgs, historyOverlay } from '../../ui/history-overlay';
import { useFocusOnReturn } from '../../ui/useFocusOnReturn';
import { useFocusBack } from '../../ui/useFocusBack';
import { EnterPassphrase } from '../../ui/EnterPassphrase';
import { usePassphraseWanted } from '../../ui/backup-passphrase';
import { backupWords } from './backup-words';
import classes from './History.module.css';
import { merged } from './merged';
import { VersionList } from './VersionList';

/** What a record said before, rendered once; opened from anywhere. */
export function HistoryHost() {
  const args = historyOverlay.useArgs();
  const giveUp = useGiveUpRead('versions.inBackups', 'look');
  const close = () => {
    giveUp();
    historyOverlay.close();
  };
  return (
    <Modal
      opened={args !== null}
      onClose={close}
      title={args ? `History of ${args.title}` : 'History'}
      size={680}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {args ? <History key={args.id} {...args} onClose={close} /> : null}
    </Modal>
  );
}

function History({ type, id, onClose }: HistoryArgs & { onClose: () => void }) {
  const [inBackups, setInBackups] = useState(false);
  const own = useRead('versions.list', { type, id });
  const backups = useRead('versions.inBackups', { type, id }, { enabled: inBackups });
  // While it looks the keyboard is at Cancel; what is found is said where the button was.
  const foot = useFocusOnReturn<HTMLDivElement>(backups.isFetching);
  const isWanted = usePassphraseWanted();
  useFocusBack();
  if (own.error) return <ErrorNote error={own.error} title="The history could not be read" />;
  if (!own.data) return <div className={classes.room} />;
  const lookIntoBackups = () => {
    if (inBackups) void backups.refetch();
    else setInBackups(true);
  };
  const { versions, names } = merged(own.data, backups.data);
  return (
    <div className={classes.history}>
      {versions.length <= 1 ? (
        <EmptyState title="Nothing was changed since this was written">
          Every change is kept: what a record said, and from when until when. You can bring any of it back.
        </EmptyState>
      ) : (
        <VersionList type={type} id={id} versions={versions} names={names} onClose={onClose} />
      )}
      <ErrorNote error={backups.error} title="The backups could not be looked into" />
      {backups.isFetching ? (
        <JobProgress job="look" label="Looking into the backups" canCancel hasFocus />
      ) : null}
      <div ref={foot} tabIndex={-1} className={classes.foot} role="status">
        {backups.isFetching ? null : backups.data ? (
          backupWords(backups.data)
        ) : (
          <Button variant="default" size="compact-md" onClick={lookIntoBackups}>
            Look into the backups too
          </Button>
        )}
      </div>
      {isWanted && backups.data && backups.data.backups.locked > 0 ? (
        <EnterPassphrase hasFocus onEntered={lookIntoBackups} />
      ) : null}
    </div>
  );
}
