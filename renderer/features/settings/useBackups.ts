import { useEffect } from 'react';
import { useJournalState, useRead } from '../../api';

/** The backups and how it is with them, looked at again whenever there is news. */
export function useBackups() {
  const list = useRead('backup.list', {});
  const journal = useJournalState();
  const { refetch } = list;
  const news = journal?.kind === 'open' ? journal.backupNews : 0;
  // The folder is the user's: it may hold others than when it was last looked at.
  useEffect(() => void refetch(), [refetch, news]);
  return list;
}
