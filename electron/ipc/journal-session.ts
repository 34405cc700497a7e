import type { Answer, Events } from '../../shared/contract/contract';
import type { CallError, JournalState, Notice } from '../../shared/contract/journal';
import { assertNever } from '../../shared/result';
import type { OpenMode, ThreadState } from '../journal/thread-protocol';
import type { JournalClient, ThreadListener } from './journal-client';
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
  keepChoice: (choice: JournalChoice) => void;
  /** Where backups of the user's own journal go. */
  backupFolder: () => string;
  holdsJournal: (folder: string) => boolean;
  /** What main has to say besides what the thread found. */
  notices: readonly Notice[];
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

export interface JournalSession {
  state(): JournalState;
  /** Opens what was in use last; a first run when there is nothing. */
  start(): Promise<Done>;
  /** Another journal. When it is refused the former one stays in use, and the caller gets the reason. */
  create(folder: string): Promise<Done>;
  open(folder: string): Promise<Done>;
  openSample(): Promise<Done>;
  leaveSample(): Promise<Done>;
  /** The same folder again, after a refusal. */
  retry(): Promise<Done>;
  move(folder: string): Promise<Done>;
  call: JournalClient['call'];
  /** The folder in use, null before there is one. */
  folder(): string | null;
  /** Where backups of the journal in use go. */
  backupFolder(): string;
  backupFolderChanged(): Promise<Done>;
  /** Everything into the volumes, the lock released, the thread ended. */
  close(): Promise<Done>;
}

/** Which journal is in use, and the one state of it that every window shows. */
export function createJournalSession(options: SessionOptions): JournalSession {
  let choice = options.choice;
  let current: Place | null = null;
  let state: JournalState = firstRun();
  /** While another journal is tried, what is shown stays, and the thread's last word is kept here. */
  let trial: { heard: ThreadState | null } | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const client = options.connect({
    onState: (heard) => {
      if (trial) trial.heard = heard;
      else show(stateOf(heard));
    },
    onChanged: options.onChanged,
    onProgress: options.onProgress,
    onCrash: (error) => {
      options.onCrash(error);
      const detail = 'The part of Rapport that keeps the journal stopped.';
      if (current && !trial) show(refused(current.folder, callErrorOf({ kind: 'unexpected', detail })));
    },
  });

  function show(next: JournalState): void {
    state = next;
    options.publish(next);
  }

  function firstRun(): JournalState {
    return { kind: 'firstRun', defaultFolder: options.folders.defaultJournal };
  }

  function refused(folder: string, error: CallError): JournalState {
    return { kind: 'refused', folder, defaultFolder: options.folders.defaultJournal, error };
  }

  function stateOf(heard: ThreadState): JournalState {
    switch (heard.kind) {
      case 'closed':
        return current ? opening(current.folder) : firstRun();
      case 'opening':
        return heard;
      case 'open':
        return { ...heard, notices: [...options.notices, ...heard.notices] };
      case 'refused':
        return refused(heard.folder, heard.error);
      default:
        return assertNever(heard);
    }
  }

  function remember(next: JournalChoice): void {
    choice = next;
    options.keepChoice(next);
  }

  const backupFolderOf = (place: Place | null): string =>
    place?.mode === 'sample' ? options.folders.sampleBackups : options.backupFolder();

  async function openIn(place: Place): Promise<Done> {
    current = place;
    const answer = await client.open({ ...place, backupFolder: backupFolderOf(place) });
    if (!answer.ok) return answer;
    // A new journal is an existing one from now on: trying it again must not make it anew.
    current = { folder: place.folder, mode: place.mode === 'sample' ? 'sample' : 'existing' };
    return answered({});
  }

  async function openAndShow(place: Place): Promise<Done> {
    show(opening(place.folder));
    const answer = await openIn(place);
    if (!answer.ok && state.kind === 'opening') show(refused(place.folder, answer.error));
    return answer;
  }

  async function tryOther(place: Place, next: JournalChoice): Promise<Done> {
    const former = current;
    const wasOpen = state.kind === 'open';
    const thisTrial: { heard: ThreadState | null } = { heard: null };
    trial = thisTrial;
    try {
      // Its outcome does not matter: what was acknowledged is on the disk, and a folder that is gone must not hold
      // the user back from going to another.
      if (wasOpen) await client.close();
      const answer = await openIn(place);
      if (answer.ok) remember(next);
      else if (wasOpen && former) await openIn(former);
      else current = former;
      if ((answer.ok || wasOpen) && thisTrial.heard) show(stateOf(thisTrial.heard));
      if (answer.ok) options.onChanged({ all: true, records: [] });
      return answer;
    } finally {
      trial = null;
    }
  }

  /** One at a time: two journals opened at once would get in each other's way. */
  function inTurn(action: () => Promise<Done>): Promise<Done> {
    const turn = queue.then(action);
    queue = turn.catch(() => undefined);
    return turn;
  }

  const samplePlace: Place = { folder: options.folders.sampleJournal, mode: 'sample' };

  async function start(): Promise<Done> {
    if (choice.sample) return openAndShow(samplePlace);
    const { defaultJournal } = options.folders;
    const folder = choice.folder ?? (options.holdsJournal(defaultJournal) ? defaultJournal : null);
    if (folder !== null) {
      const answer = await openAndShow({ folder, mode: 'existing' });
      if (answer.ok && choice.folder === null) remember({ folder, sample: false });
      return answer;
    }
    client.warmUp();
    show(firstRun());
    return answered({});
  }

  async function leaveSample(): Promise<Done> {
    if (!choice.sample) return answered({});
    await client.close();
    remember({ ...choice, sample: false });
    options.onChanged({ all: true, records: [] });
    if (choice.folder !== null) return openAndShow({ folder: choice.folder, mode: 'existing' });
    current = null;
    show(firstRun());
    return answered({});
  }

  async function move(folder: string): Promise<Done> {
    if (current?.mode === 'sample') {
      return refusal({
        kind: 'invalidInput',
        fields: { folder: 'This is the sample journal: it stays where it is. Leave it first.' },
      });
    }
    const answer = await client.move(folder);
    if (!answer.ok) return answer;
    current = { folder, mode: 'existing' };
    remember({ folder, sample: false });
    return answered({});
  }

  function openOther(folder: string): Promise<Done> {
    if (current?.folder === folder && current.mode === 'existing') {
      return state.kind === 'open' ? Promise.resolve(answered({})) : openAndShow(current);
    }
    return tryOther({ folder, mode: 'existing' }, { folder, sample: false });
  }

  return {
    state: () => state,
    start: () => inTurn(start),
    create: (folder) => inTurn(() => tryOther({ folder, mode: 'new' }, { folder, sample: false })),
    open: (folder) => inTurn(() => openOther(folder)),
    openSample: () => inTurn(() => tryOther(samplePlace, { ...choice, sample: true })),
    leaveSample: () => inTurn(leaveSample),
    retry: () => inTurn(async () => (current ? openAndShow(current) : answered({}))),
    move: (folder) => inTurn(() => move(folder)),
    call: (name, input) => client.call(name, input),
    folder: () => current?.folder ?? null,
    backupFolder: () => backupFolderOf(current),
    backupFolderChanged: async () => done(await client.setBackupFolder(backupFolderOf(current))),
    close: () =>
      inTurn(async () => {
        const answer = done(await client.close());
        await client.stop();
        return answer;
      }),
  };
}

function done(answer: Answer<unknown>): Done {
  return answer.ok ? answered({}) : answer;
}

function opening(folder: string): JournalState {
  return { kind: 'opening', folder, done: 0, total: 0 };
}
