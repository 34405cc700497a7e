import type { Answer, CallOutput, Events, ParsedInput } from '../../shared/contract/contract';
import type { CallError, JournalState, NamedBackup, Notice } from '../../shared/contract/journal';
import type { Failure } from '../../shared/errors';
import { assertNever } from '../../shared/assert-never';
import type { JournalCallName } from '../../shared/contract/names';
import type { BackupPlan, OpenMode, ThreadState } from '../journal/thread-protocol';
import { type JournalClient, THREAD_STOPPED, type ThreadListener } from './journal-client';
import { answered, callErrorOf, refusal } from './refusal';

/** What is remembered over restarts about which journal is in use. */
export interface JournalChoice {
  folder: string | null;
  /** The sample is being looked at; `folder` is where to go back to. */
  sample: boolean;
}

export interface SessionOptions {
  connect: (listener: ThreadListener) => JournalClient;
  folders: { defaultJournal: string; sampleJournal: string; sampleBackups: string };
  choice: JournalChoice;
  /** Why it is not known which journal was in use, when there may well have been one. */
  choiceLost: string | null;
  keepChoice: (choice: JournalChoice) => void;
  /** Where backups of the user's own journal go, and how. */
  backups: () => BackupPlan;
  holdsJournal: (folder: string) => boolean;
  publish: (state: JournalState) => void;
  onChanged: (event: Events['changed']) => void;
  onProgress: (event: Events['progress']) => void;
  onCrash: (error: Error) => void;
}

interface Place {
  folder: string;
  mode: OpenMode;
}

type Done = Answer<Record<string, never>>;

/** Which journal is in use, and the one state of it that every window shows. */
export class JournalSession {
  private choice: JournalChoice;
  private place: Place | null = null;
  private shown: JournalState;
  /** While another journal is tried, what is shown stays, and the thread's last word is kept here. */
  private trial: { heard: ThreadState | null } | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  private readonly client: JournalClient;
  /** What main has to say besides what the thread found. */
  private readonly notices: Notice[] = [];

  constructor(private readonly options: SessionOptions) {
    this.choice = options.choice;
    this.shown = this.firstRun();
    this.client = options.connect({
      onState: (heard) => {
        if (this.trial) this.trial.heard = heard;
        else if (!this.isLate(heard)) this.show(this.stateOf(heard));
      },
      onChanged: options.onChanged,
      onProgress: options.onProgress,
      onCrash: (error) => {
        options.onCrash(error);
        if (this.place && !this.trial)
          this.show(this.refused(this.place.folder, callErrorOf(THREAD_STOPPED)));
      },
    });
  }

  /** More about a refusal that is not what is shown: the form in which another folder was tried has said it. */
  private isLate(heard: ThreadState): boolean {
    if (heard.kind !== 'refused' || heard.newestBackup === null) return false;
    return this.shown.kind !== 'refused' || this.shown.folder !== heard.folder;
  }

  get state(): JournalState {
    return this.shown;
  }

  /** Of the journal that is open; null while none is. */
  get journalId(): string | null {
    return this.shown.kind === 'open' ? this.shown.journalId : null;
  }

  /** When what was asked for until now is through, whatever became of it. */
  get settled(): Promise<unknown> {
    return this.turn;
  }

  /** The folder in use, null before there is one. */
  get folder(): string | null {
    return this.place?.folder ?? null;
  }

  /** Where backups of the journal in use go. */
  get backupFolder(): string {
    return this.backupsOf(this.place).folder;
  }

  /** Something else that the user should know about their files. */
  notify(notice: Notice): void {
    this.notices.unshift(notice);
    if (this.shown.kind === 'open') this.show({ ...this.shown, notices: [notice, ...this.shown.notices] });
  }

  /** Opens what was in use last; a first run when there is nothing. */
  start(): Promise<Done> {
    return this.inTurn(() => this.openLast());
  }

  /** Another journal. When it is refused the former one stays in use, and the caller gets the reason. */
  create(folder: string): Promise<Done> {
    return this.inTurn(() => this.tryOther({ folder, mode: 'new' }, { folder, sample: false }));
  }

  open(folder: string): Promise<Done> {
    return this.inTurn(() => {
      const isOpen = this.shown.kind === 'open' && this.place?.folder === folder;
      if (isOpen) return Promise.resolve(answered({}));
      return this.tryOther({ folder, mode: 'existing' }, { folder, sample: false });
    });
  }

  openSample(): Promise<Done> {
    return this.inTurn(() => this.tryOther(this.samplePlace(), { ...this.choice, sample: true }));
  }

  /** Back to the journal of before, or to the first run. */
  leaveSample(): Promise<Done> {
    return this.inTurn(async () => {
      if (!this.choice.sample) return answered({});
      await this.client.close();
      this.remember({ ...this.choice, sample: false });
      if (this.choice.folder !== null)
        return this.openAndShow({ folder: this.choice.folder, mode: 'existing' });
      this.place = null;
      this.show(this.firstRun());
      return answered({});
    });
  }

  /** The same folder again, after a refusal. */
  retry(): Promise<Done> {
    return this.inTurn(async () => (this.place ? this.openAndShow(this.place) : this.openLast()));
  }

  /** A damaged journal, with what can be read of it. */
  goOn(): Promise<Done> {
    return this.inTurn(() => this.rescue());
  }

  /** A damaged journal as it was in a backup. What can be read of it goes into a safety backup first. */
  recoverFrom(path: string): Promise<Done> {
    return this.inTurn(async () => {
      if (this.shown.kind !== 'recovery') return answered({});
      const { folder } = this.shown;
      // Until all is done the choice stays in sight: what could be read is not yet what the user asked for.
      return this.trying(async () => {
        const opened = await this.openIn({ folder, mode: 'rescue' });
        if (!opened.ok) return opened;
        const restored = done(await this.client.call('backup.restore', { path }));
        // The journal stands there all the same, with what could be read, and says why.
        if (!restored.ok)
          this.notices.unshift({ kind: 'notRestored', message: notRestored(restored.error.message) });
        return opened;
      });
    });
  }

  /** Back to the choice that a damaged journal asked for. */
  undoRecovery(): Promise<Done> {
    return this.inTurn(async () => done(await this.client.undoRecovery()));
  }

  private async rescue(): Promise<Done> {
    if (this.shown.kind !== 'recovery') return answered({});
    return this.openAndShow({ folder: this.shown.folder, mode: 'rescue' });
  }

  move(folder: string): Promise<Done> {
    return this.inTurn(async () => {
      if (this.place?.mode === 'sample') return refusal(SAMPLE_STAYS);
      return this.trying(async () => {
        const answer = done(await this.client.move(folder));
        if (!answer.ok) return answer;
        this.place = { folder, mode: 'existing' };
        this.remember({ folder, sample: false });
        return answer;
      });
    });
  }

  /** The journal is opened anew without them; what is shown stays meanwhile. */
  forget(person: ParsedInput<'forget.person'>): Promise<Answer<CallOutput<'forget.person'>>> {
    return this.inTurn(() =>
      this.trying(async () => {
        const answer = await this.client.forget(person);
        // The thread's own answer: whether something waits.
        return answer as Answer<CallOutput<'forget.person'>>;
      }),
    );
  }

  /** `input` was parsed with the call's schema. */
  call(name: JournalCallName, input: unknown): Promise<Answer<unknown>> {
    return this.client.call(name, input);
  }

  /** To be called after the user chose otherwise where backups go, or how they are written. */
  async backupsChanged(): Promise<Done> {
    return done(await this.client.setBackups(this.backupsOf(this.place)));
  }

  /** The last automatic backup of this run. Answers at once when there is nothing to back up. */
  async backUpAtQuit(): Promise<Done> {
    if (this.shown.kind !== 'open') return answered({});
    return done(await this.client.backUpAtQuit());
  }

  async cancelBackup(): Promise<void> {
    await this.client.call('backup.cancel', {});
  }

  /** Everything into the volumes, the lock released, the thread ended. */
  close(): Promise<Done> {
    return this.inTurn(async () => {
      const answer = done(await this.client.close());
      await this.client.stop();
      return answer;
    });
  }

  private async openLast(): Promise<Done> {
    if (this.choice.sample) return this.openAndShow(this.samplePlace());
    const { folders, holdsJournal } = this.options;
    // Without settings (a new computer, a lost file) a journal in its usual place is the user's, not a first run.
    const found = holdsJournal(folders.defaultJournal) ? folders.defaultJournal : null;
    const folder = this.choice.folder ?? found;
    if (folder === null) {
      this.client.warmUp();
      this.show(this.withoutJournal());
      return answered({});
    }
    const answer = await this.openAndShow({ folder, mode: 'existing' });
    if (answer.ok && this.choice.folder === null) this.remember({ folder, sample: false });
    return answer;
  }

  private async openAndShow(place: Place): Promise<Done> {
    this.show({ kind: 'opening', folder: place.folder, done: 0, total: 0 });
    const answer = await this.openIn(place);
    if (!answer.ok && this.shown.kind === 'opening') this.show(this.refused(place.folder, answer.error));
    return answer;
  }

  private tryOther(place: Place, next: JournalChoice): Promise<Done> {
    const former = this.place;
    const wasOpen = this.shown.kind === 'open';
    return this.trying(async () => {
      const answer = await this.openIn(place);
      if (answer.ok || answer.error.code === 'needsRecovery') this.remember(next);
      else if (wasOpen && former) await this.openIn(former);
      else this.place = former;
      return answer;
    });
  }

  /** What is shown stays until the end, so that a form that is refused is still there to say so. */
  private async trying<T>(action: () => Promise<Answer<T>>): Promise<Answer<T>> {
    const trial: { heard: ThreadState | null } = { heard: null };
    this.trial = trial;
    try {
      const answer = await action();
      const { heard } = trial;
      if (heard && (answer.ok || this.shown.kind === 'open' || heard.kind === 'recovery'))
        this.show(this.stateOf(heard));
      return answer;
    } finally {
      this.trial = null;
    }
  }

  private async openIn(place: Place): Promise<Done> {
    this.place = place;
    const answer = await this.client.open({ ...place, backups: this.backupsOf(place) });
    if (!answer.ok) return answer;
    // A new journal is an existing one from now on: trying it again must not make it anew.
    this.place = { folder: place.folder, mode: place.mode === 'sample' ? 'sample' : 'existing' };
    return answered({});
  }

  /** One at a time: two journals opened at once would get in each other's way. */
  private inTurn<T>(action: () => Promise<Answer<T>>): Promise<Answer<T>> {
    const turn = this.turn.then(action);
    this.turn = turn.catch(() => undefined);
    return turn;
  }

  private remember(next: JournalChoice): void {
    this.choice = next;
    this.options.keepChoice(next);
  }

  private show(next: JournalState): void {
    this.shown = next;
    this.options.publish(next);
  }

  private stateOf(heard: ThreadState): JournalState {
    switch (heard.kind) {
      case 'closed':
        return this.firstRun();
      case 'opening':
        return heard;
      case 'open':
        return { ...heard, notices: [...this.notices, ...heard.notices] };
      case 'recovery':
        return { ...heard, defaultFolder: this.options.folders.defaultJournal };
      case 'refused':
        return this.refused(heard.folder, heard.error, heard.newestBackup);
      default:
        return assertNever(heard);
    }
  }

  /** No journal is known. After a run that had one that is an alarm, and no first run. */
  private withoutJournal(): JournalState {
    const { choiceLost, folders } = this.options;
    if (choiceLost === null || this.choice.folder !== null) return this.firstRun();
    const message = `${choiceLost} Rapport does not know any more where your journal is: open its folder again.`;
    return this.refused(folders.defaultJournal, { code: 'damaged', message });
  }

  private firstRun(): JournalState {
    return { kind: 'firstRun', defaultFolder: this.options.folders.defaultJournal };
  }

  private refused(folder: string, error: CallError, newestBackup: NamedBackup | null = null): JournalState {
    const { defaultJournal } = this.options.folders;
    return { kind: 'refused', folder, defaultFolder: defaultJournal, error, newestBackup };
  }

  private samplePlace(): Place {
    return { folder: this.options.folders.sampleJournal, mode: 'sample' };
  }

  private backupsOf(place: Place | null): BackupPlan {
    if (place?.mode !== 'sample') return this.options.backups();
    // What is tried out with the sample stays among its files.
    return { folder: this.options.folders.sampleBackups, secondFolder: null, encryption: { kind: 'off' } };
  }
}

function notRestored(why: string): string {
  return `The backup was not restored; this is what could be read of the journal. ${why} It can be restored in the settings.`;
}

const SAMPLE_STAYS: Failure = {
  kind: 'invalidInput',
  fields: { folder: 'This is the sample journal: it stays where it is. Leave it first.' },
};

function done(answer: Answer<unknown>): Done {
  return answer.ok ? answered({}) : answer;
}
