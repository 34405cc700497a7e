import { type RefObject, useEffect, useRef } from 'react';
import { useJournalState, useRead } from '../../api';
import { eachFrame } from '../../ui/each-frame';
import { ErrorNote } from '../../ui/ErrorNote';
import { PageHeader } from '../../ui/PageHeader';
import { BackupSection } from './BackupSection';
import { CheckSection } from './CheckSection';
import { FolderSection } from './FolderSection';
import { NormsSection } from './NormsSection';
import { RestoreSection } from './RestoreSection';
import classes from './Settings.module.css';
import { ThemeSection } from './ThemeSection';

/**
 * The choices for this computer, the journal's folder, its backups, and what counts as usual in it. `section` is where the
 * address leads.
 */
export function SettingsPage({ section }: { section?: string | undefined }) {
  const settings = useRead('settings.get', {});
  const journal = useJournalState();
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => (section ? goToWhenThere(page, section) : undefined), [section]);
  if (journal?.kind !== 'open') return null;
  return (
    <div ref={page} className={classes.page}>
      <PageHeader title="Settings" />
      <ErrorNote error={settings.error} title="The settings could not be read" />
      <FolderSection folder={journal.folder} counts={journal.counts} sample={journal.sample} />
      <BackupSection lastBackup={journal.lastBackup} sample={journal.sample} />
      <RestoreSection />
      <CheckSection counts={journal.counts} />
      <ThemeSection theme={settings.data?.theme ?? 'system'} />
      <NormsSection />
      {settings.data ? <p className={classes.version}>Rapport {settings.data.version}</p> : null}
    </div>
  );
}

/** To the section's heading, or to what one comes to it for. Some sections are there only once they have been read. */
function goToWhenThere(page: RefObject<HTMLElement | null>, section: string): () => void {
  return eachFrame(() => {
    const place = page.current?.querySelector(`[data-section="${CSS.escape(section)}"]`);
    const target =
      place?.querySelector<HTMLElement>('[data-arrival]') ?? place?.querySelector<HTMLElement>('h2, h3');
    target?.scrollIntoView({ block: target.matches('h2, h3') ? 'start' : 'center' });
    target?.focus({ preventScroll: true });
    return Boolean(target);
  });
}
