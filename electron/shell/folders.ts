import { isAbsolute, join, relative } from 'node:path';

/** Where everything lies that Rapport keeps on this computer. */
export interface Folders {
  documents: string;
  defaultJournal: string;
  /** Beside the journal, never in it: a lost journal must not take its backups along. */
  defaultBackups: string;
  sampleJournal: string;
  sampleBackups: string;
  settingsFile: string;
  draftsFile: string;
  logFile: string;
  userData: string;
}

export function foldersIn(documents: string, userData: string): Folders {
  return {
    documents,
    defaultJournal: join(documents, 'Rapport'),
    defaultBackups: join(documents, 'Rapport Backups'),
    sampleJournal: join(userData, 'sample-journal'),
    sampleBackups: join(userData, 'sample-backups'),
    settingsFile: join(userData, 'settings.json'),
    draftsFile: join(userData, 'drafts.json'),
    logFile: join(userData, 'logs', 'main.log'),
    userData,
  };
}

/**
 * The user's documents. On a Linux without the folders of a desktop the system names the home folder instead; a folder
 * of documents in it is what the user expects.
 */
export function documentsFolder(systemDocuments: string, home: string): string {
  return relative(home, systemDocuments) === '' ? join(home, 'Documents') : systemDocuments;
}

/** Whether `path` is `folder` or lies somewhere in it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!isAbsolute(way) && way !== '..' && !/^\.\.[\\/]/.test(way));
}
