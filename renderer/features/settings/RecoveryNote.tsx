import { Button, Group, Modal } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useRead } from '../../api';
import { formatDayLong, todayHere } from '../../../shared/words/dates';
import classes from './RecoveryNote.module.css';

/** What to put into a drawer: the passphrase, where the backups are, and how to open one without Rapport. */
export function RecoveryNote({ passphrase, onClose }: { passphrase: string; onClose: () => void }) {
  const settings = useRead('settings.get', {});
  const folder = settings.data ? (settings.data.backupFolder ?? settings.data.defaultBackupFolder) : '';
  const second = settings.data?.secondBackupFolder ?? null;
  return (
    <Modal
      opened
      onClose={onClose}
      title="Recovery note"
      size={620}
      radius={14}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={classes.note}>
        <p>
          Backups of Rapport, encrypted from {formatDayLong(todayHere())} on. Keep this page where you keep
          other papers, not beside the computer.
        </p>
        <dl className={classes.facts}>
          <dt>Passphrase</dt>
          <dd className={classes.passphrase}>{passphrase}</dd>
          <dt>Backups</dt>
          <dd>{folder}</dd>
          {second === null ? null : (
            <>
              <dt>A second place</dt>
              <dd>{second}</dd>
            </>
          )}
          <dt>With Rapport</dt>
          <dd>Settings, Restore, choose a file whose name ends in “.rapport.age”, enter the passphrase.</dd>
          <dt>Without Rapport</dt>
          <dd>
            The files are in the age format (age-encryption.org). Copy the one you want, call the copy
            backup.age, open a terminal in its folder, and write:
            <code className={classes.command}>age -d -o backup.zip backup.age</code>
            It asks for the passphrase. Then unzip backup.zip: the folder you get is the journal.
          </dd>
        </dl>
      </div>
      <Group gap="sm" justify="flex-end" className={classes.actions ?? ''}>
        <Button
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          onClick={() => window.print()}
          data-autofocus
        >
          Print…
        </Button>
        <Button variant="default" onClick={onClose}>
          Done
        </Button>
      </Group>
    </Modal>
  );
}
