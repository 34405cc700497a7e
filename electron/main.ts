import { webcrypto } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  safeStorage,
  screen,
  shell,
} from 'electron';
import { JournalClient } from './ipc/journal-client';
import { diskFs } from './journal/files/fs';
import type { ThreadOptions } from './journal/thread-protocol';
import { JournalSession } from './ipc/journal-session';
import { type AnswerCall, registerCalls } from './ipc/register';
import { declareAppScheme, serveApp } from './security/app-protocol';
import { restrictNavigation } from './security/navigation';
import { blockRequests, forgoDictionaries, switchOffNetwork } from './security/no-network';
import { denyPermissions } from './security/permissions';
import { createAppMenu } from './shell/app-menu';
import { backUpBeforeQuit } from './shell/backup-at-quit';
import { createBackupPassphrase } from './shell/backup-passphrase';
import { openExternal } from './shell/external';
import { documentsFolder, type Folders, foldersIn } from './shell/folders';
import { createLog, openLogFile } from './shell/log';
import { createMainWindow } from './shell/main-window';
import { openMainWindow } from './shell/open-main-window';
import { afterPageFiles } from './shell/page-files';
import { loadOnce } from './shell/load-once';
import { finishBeforeQuit } from './shell/quit';
import { createSettings, settingsWriter } from './shell/settings';
import { readSettings } from './shell/settings-file';
import { isFirstInstance, onSecondInstance } from './shell/single-instance';
import { applyTheme } from './shell/theme';

// Electron 25's Node 18 has no global Web Crypto.
if (!('crypto' in globalThis)) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });

const FINISH_TIMEOUT_MS = 20_000;

const platform = process.platform;
// A release never listens to this: only its own files are loaded then.
const page = { devServer: app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null) };

app.setName('Rapport');
if (isFirstInstance(app)) start();
else app.quit();

/** The order of start-up: what must come before the app is ready, the journal's thread, the window, all else. */
function start(): void {
  declareAppScheme(protocol);
  switchOffNetwork(app.commandLine, page);
  // Electron would first make a menu of its own.
  Menu.setApplicationMenu(null);

  const parts = compose();
  // The thread reads the journal while Chromium starts. What comes of it is the journal's state.
  void parts.journal.start();
  closeOff(parts);
  const quitting = backUpFirst(parts);
  const answerCall = loadOnce(() => loadAnswers(parts, quitting.skip));
  registerCalls({
    ipcMain,
    page,
    isOurWindow: parts.window.owns,
    answerCall,
    reportRefusedSender: (name) => parts.log.error(`The call ${name} came from elsewhere and was refused`),
  });
  void app.whenReady().then(() => {
    // The menu and the schemas take their time: while the page is busy with its own code, and not while it waits for
    // its files.
    const files = afterPageFiles(() => {
      parts.menu.update(parts.journal.state);
      void answerCall();
    });
    serveApp(protocol, join(__dirname, '../renderer'), () => files.asked());
    applyTheme(parts.settings.get().theme, nativeTheme, []);
    unlockBackups(parts);
    parts.window.show();
    parts.window.get()?.webContents.once('did-navigate', () => files.begin());
  });
  liveAndEnd(parts);
}

/** The keychain answers only now; the journal may be open already. */
function unlockBackups({ settings, passphrase, journal }: Parts): void {
  if (!settings.get().encryptBackups) return;
  passphrase.unlock();
  void journal.backupsChanged();
}

type Parts = ReturnType<typeof compose>;

function startThread({ userData, draftsFile, settingsFile, logFile }: Folders): Worker {
  const workerData: ThreadOptions = {
    checkOutputs: !app.isPackaged,
    app: { folder: userData, draftsFile, settingsFile, logs: dirname(logFile) },
  };
  return new Worker(join(__dirname, 'journal-thread.cjs'), { workerData });
}

/** The parts, and what each is given of Electron. */
function compose() {
  const documents = documentsFolder(app.getPath('documents'), app.getPath('home'));
  const folders = foldersIn(documents, app.getPath('userData'));
  const log = createLog(() => openLogFile(folders.logFile));
  const stored = readSettings(folders.settingsFile, new Date());
  if (stored.problem !== null) log.error('The settings file was damaged');
  const settings = createSettings(stored, settingsWriter(diskFs, folders.settingsFile), (error) => {
    log.error('The settings were not written', error);
  });
  const window = createMainWindow(() =>
    openMainWindow({
      create: (options) => new BrowserWindow(options),
      preload: join(__dirname, '../preload/preload.cjs'),
      menu: Menu,
      screen,
      nativeTheme,
      settings,
      page,
      platform,
      log,
    }),
  );
  const menu = createAppMenu({
    set: (template) => {
      const made = Menu.buildFromTemplate(template);
      Menu.setApplicationMenu(made);
      return made;
    },
    run: (id) => window.send('command', { id }),
    devTools: page.devServer !== null,
    platform,
  });
  const passphrase = createBackupPassphrase(settings, safeStorage);
  const journal = new JournalSession({
    connect: (listener) => new JournalClient(() => startThread(folders), listener),
    folders,
    choice: { folder: stored.settings.journalFolder, sample: stored.settings.sample },
    choiceLost: stored.problem,
    keepChoice: ({ folder, sample }) => void settings.set({ journalFolder: folder, sample }, 'now'),
    backups: () => ({
      folder: settings.get().backupFolder ?? folders.defaultBackups,
      isChosen: settings.get().backupFolder !== null,
      secondFolder: settings.get().secondBackupFolder,
      encryption: passphrase.encryption(),
    }),
    holdsJournal: (folder) => existsSync(join(folder, 'journal.json')),
    publish: (state) => {
      window.send('state', state);
      if (app.isReady()) menu.update(state);
    },
    onChanged: (event) => window.send('changed', event),
    onProgress: (event) => window.send('progress', event),
    onCrash: (error) => log.error("The journal's thread ended", error),
  });
  if (stored.problem !== null) journal.notify({ kind: 'fileSetAside', message: stored.problem });
  return { folders, log, settings, window, menu, journal, passphrase };
}

/** No page but ours, no permission, no request. */
function closeOff({ log, window }: Parts): void {
  restrictNavigation(app, {
    page,
    onExternal: (url) => {
      openLink(url, window).catch((error: unknown) => log.error('A link was not opened', error));
    },
  });
  app.on('session-created', (created) => {
    denyPermissions(created);
    blockRequests(created, page);
    forgoDictionaries(created, platform);
  });
}

function openLink(url: string, window: Parts['window']): ReturnType<typeof openExternal> {
  return openExternal(url, {
    showMessageBox: (parent, options) =>
      parent ? dialog.showMessageBox(parent, options) : dialog.showMessageBox(options),
    openExternal: (address) => shell.openExternal(address),
    window: window.get,
    platform,
  });
}

async function loadAnswers(
  { folders, log, settings, window, journal, passphrase }: Parts,
  quitNow: () => void,
): Promise<AnswerCall> {
  const { createAnswers } = await import('./ipc/answers');
  return createAnswers({
    showOpenDialog: (parent, options) =>
      parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options),
    openPath: (path) => shell.openPath(path),
    openExternal: (url) => openLink(url, window),
    window: window.get,
    applyTheme: (theme) => applyTheme(theme, nativeTheme, BrowserWindow.getAllWindows()),
    session: journal,
    version: app.getVersion(),
    packaged: app.isPackaged,
    passphrase,
    quitNow,
    folders,
    settings,
    log,
    platform,
  });
}

/** The window stays until the last backup is made, and shows how far it is. */
function backUpFirst({ window, journal }: Parts): ReturnType<typeof backUpBeforeQuit> {
  const quitting = backUpBeforeQuit({
    app,
    backUp: () => journal.backUpAtQuit(),
    cancel: () => journal.cancelBackup(),
    announce: () => window.send('quitting', {}),
    tell: (message) => dialog.showMessageBox(message),
  });
  app.on('browser-window-created', (_event, created) => {
    created.on('close', (event) => {
      // On macOS closing the window ends nothing.
      if (platform === 'darwin' || quitting.isDone()) return;
      event.preventDefault();
      app.quit();
    });
  });
  return quitting;
}

/** From the first window to the last thing written. */
function liveAndEnd({ log, settings, window, journal }: Parts): void {
  process.on('uncaughtExceptionMonitor', (error) => log.error('Uncaught', error));
  const quit = finishBeforeQuit({
    app,
    finish: async () => {
      await settings.flush();
      return journal.close();
    },
    timeoutMs: FINISH_TIMEOUT_MS,
    tell: (message) => dialog.showMessageBox(message),
  });
  onSecondInstance(app, { isQuitting: quit.isQuitting, show: window.show });
  app.on('activate', window.show);
  app.on('window-all-closed', () => {
    // On macOS an app lives on without a window, until it is quit.
    if (platform !== 'darwin') app.quit();
  });
}
