import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { launchOptions } from '../../build/launch-options';
import { launchElectron } from '../launch';
import { NetworkWatch } from './network-watch';
import { aliveOf, type ProcessId, processTree } from './processes';

interface Running {
  app: ElectronApplication;
  page: Page;
  network: NetworkWatch;
}

interface Asked {
  questions: string[];
  /** Addresses handed to the system. */
  opened: string[];
}

/** The app and the computer of one test: starts, quits, kills, and collects what must not happen meanwhile. */
export class RapportApp {
  readonly userData: string;
  readonly documents: string;
  /** Where a first run offers to keep the journal. */
  readonly journalFolder: string;
  readonly backupFolder: string;
  private running: Running | null = null;
  private starts = 0;
  private readonly started: ProcessId[] = [];
  private readonly problems: string[] = [];
  private readonly expected: RegExp[] = [];

  constructor(readonly home: string) {
    this.userData = join(home, 'user-data');
    this.documents = join(home, 'Documents');
    this.journalFolder = join(this.documents, 'Rapport');
    this.backupFolder = join(this.documents, 'Rapport Backups');
    mkdirSync(this.documents);
  }

  get isRunning(): boolean {
    return this.running !== null;
  }

  get page(): Page {
    return this.current.page;
  }

  get electron(): ElectronApplication {
    return this.current.app;
  }

  get network(): NetworkWatch {
    return this.current.network;
  }

  /** Starts the app. Ready when its page shows something: the first run, the journal, or a refusal. */
  /** `early`: what is done before anything is drawn. */
  async start(early: (page: Page) => Promise<void> = async () => undefined): Promise<Page> {
    expect(this.running, 'started twice').toBeNull();
    this.starts += 1;
    const netLog = join(this.home, `net-${this.starts}.json`);
    const { executablePath, args } = launchOptions();
    const app = await launchElectron({
      executablePath,
      args: [...args, ...this.ownArguments(), `--log-net-log=${netLog}`],
      env: this.environment(),
    });
    app.process().stderr?.on('data', (chunk: Buffer) => this.noteQuestions(chunk.toString('utf8')));
    this.started.push(...processTree(app.process().pid));
    const network = new NetworkWatch(netLog);
    network.watch(app.context());
    const page = await app.firstWindow();
    this.running = { app, page, network };
    this.watchPage(page);
    await early(page);
    await app.evaluate(({ dialog }) => {
      // Nobody is there to answer. What is asked all the same is a problem, unless the test gives answers of its own.
      dialog.showMessageBox = (...args: unknown[]) => {
        process.stderr.write(`ASKED ${JSON.stringify(args.at(-1))}\n`);
        return Promise.resolve({ response: 0, checkboxChecked: false });
      };
    });
    await expect(page.getByRole('main')).toBeVisible({ timeout: 20_000 });
    return page;
  }

  /** What a second start of the app on this computer is given. */
  ownArguments(): string[] {
    return [`--user-data-dir=${this.userData}`, '--lang=en-GB'];
  }

  environment(): Record<string, string> {
    const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('XDG_'));
    const mine = {
      HOME: this.home,
      USERPROFILE: this.home,
      CFFIXED_USER_HOME: this.home,
      LANG: 'en_GB.UTF-8',
    };
    return { ...Object.fromEntries(kept.map(([name, value]) => [name, value ?? ''])), ...mine };
  }

  /** Ends the app as its user does, and sees that nothing of it is left. */
  async quit(): Promise<void> {
    if (this.running === null) return;
    const { app, page, network } = this.running;
    const main = app.process();
    const tree = processTree(main.pid);
    await network.noteLoaded(page);
    network.noteSockets(tree);
    this.running = null;
    const closed = app.close().then(() => true);
    const waited = new Promise<false>((resolve) => {
      setTimeout(() => resolve(false), 15_000).unref();
    });
    expect(await Promise.race([closed, waited]), 'the app ends when it is quit').toBe(true);
    expect(main.exitCode, 'exit code').toBe(0);
    await this.expectGone(tree);
    this.problems.push(...network.findings());
  }

  async restart(): Promise<Page> {
    await this.quit();
    return this.start();
  }

  /** Pulls the plug: SIGKILL, with no time for anything. */
  async kill9(): Promise<void> {
    const { app, page, network } = this.current;
    const tree = processTree(app.process().pid);
    await network.noteLoaded(page);
    network.noteSockets(tree);
    this.running = null;
    const closed = app.waitForEvent('close');
    app.process().kill('SIGKILL');
    await closed;
    await this.expectGone(tree);
    this.problems.push(...network.findings());
  }

  /** The next dialog that asks for a folder or a file gets this answer; null: the user gives up. */
  async answerDialogs(path: string | null): Promise<void> {
    await this.electron.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
    }, path);
  }

  /** Dialogs that ask for a folder or a file stay open until `giveUpDialog`. */
  async keepDialogsOpen(): Promise<void> {
    await this.electron.evaluate(({ dialog }) => {
      dialog.showOpenDialog = () =>
        new Promise((resolve) => {
          Object.assign(globalThis, { giveUp: () => resolve({ canceled: true, filePaths: [] }) });
        });
    });
  }

  /** The user cancels the dialog that is open. */
  async giveUpDialog(): Promise<void> {
    await this.electron.evaluate(() => (globalThis as unknown as { giveUp: () => void }).giveUp());
  }

  /**
   * Every question of a message box gets this answer, the label of a button. What was asked, and what was then opened
   * outside the app, is told by `asked`.
   */
  async answerQuestions(label: string): Promise<void> {
    await this.electron.evaluate(({ dialog, shell }, answer) => {
      const asked: Asked = { questions: [], opened: [] };
      Object.assign(globalThis, { asked });
      const answerBox = (...args: unknown[]) => {
        const options = args.at(-1) as Electron.MessageBoxOptions;
        asked.questions.push([options.message, options.detail].filter(Boolean).join(' '));
        return Promise.resolve({ response: options.buttons?.indexOf(answer) ?? 0, checkboxChecked: false });
      };
      dialog.showMessageBox = answerBox;
      shell.openExternal = (url) => {
        asked.opened.push(url);
        return Promise.resolve();
      };
    }, label);
  }

  asked(): Promise<Asked> {
    return this.electron.evaluate(() => (globalThis as unknown as { asked: Asked }).asked);
  }

  /** Something that the page may say on its console or to the network in this test, because the test asks for it. */
  expectProblem(pattern: RegExp): void {
    this.expected.push(pattern);
  }

  expectNoProblems(): void {
    const log = join(this.userData, 'logs', 'main.log');
    const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
    const logged = lines.filter((line) => line.includes('[error]')).map((line) => `main: ${line}`);
    const unexpected = [...this.problems, ...logged].filter(
      (problem) => !this.expected.some((pattern) => pattern.test(problem)),
    );
    expect(unexpected).toEqual([]);
  }

  /** The last resort of a test that failed: ends what it started and what still runs. */
  async endAll(): Promise<void> {
    this.running = null;
    for (const { pid } of aliveOf(this.started)) process.kill(pid, 'SIGKILL');
    await expect.poll(() => aliveOf(this.started)).toEqual([]);
  }

  private get current(): Running {
    if (this.running === null) throw new Error('The app is not running.');
    return this.running;
  }

  private noteQuestions(text: string): void {
    for (const line of text.split('\n')) if (line.startsWith('ASKED ')) this.problems.push(`main: ${line}`);
  }

  private watchPage(page: Page): void {
    page.on('pageerror', (error) => this.problems.push(`page threw: ${error.stack ?? error.message}`));
    page.on('crash', () => this.problems.push('page crashed'));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        this.problems.push(`console ${message.type()}: ${message.text()}`);
      }
    });
  }

  private async expectGone(tree: ProcessId[]): Promise<void> {
    await expect.poll(() => aliveOf(tree), { message: 'processes left behind', timeout: 10_000 }).toEqual([]);
  }
}
