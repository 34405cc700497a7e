import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { JournalClient, type ThreadPort } from '../../../../electron/ipc/journal-client';
import { type JournalChoice, JournalSession } from '../../../../electron/ipc/journal-session';
import type { ThreadState, ToThread } from '../../../../electron/journal/thread-protocol';
import type { JournalState } from '../../../../shared/contract/journal';

const nothing = { people: 0, interactions: 0, promises: 0, gatherings: 0, circles: 0 };

/** A thread that opens every folder but those in `refuses`. */
class FakeThread extends EventEmitter implements ThreadPort {
  asked: ToThread[] = [];
  constructor(private readonly refuses: Set<string>) {
    super();
  }

  postMessage(message: unknown): void {
    const asked = message as ToThread;
    this.asked.push(asked);
    // A call is left unanswered, as one that is under way when the thread dies.
    if (asked.kind === 'call') return;
    queueMicrotask(() => this.answer(asked));
  }

  terminate(): Promise<number> {
    return Promise.resolve(0);
  }

  private answer(asked: ToThread): void {
    const folder = 'folder' in asked ? asked.folder : '';
    const refused = this.refuses.has(folder);
    const error = { code: 'notAJournal', message: `No journal in ${folder}.` };
    if (asked.kind === 'open' || asked.kind === 'move') {
      this.state({ kind: 'opening', folder, done: 0, total: 1 });
      this.state(
        refused
          ? { kind: 'refused', folder, error, newestBackup: null }
          : {
              kind: 'open',
              folder,
              journalId: 'journal 1',
              sample: asked.kind === 'open' && asked.mode === 'sample',
              counts: nothing,
              save: { kind: 'saved', at: null },
              undo: null,
              redo: null,
              notices: [],
              lastBackup: null,
              backupNews: 0,
            },
      );
    }
    const answer = refused ? { ok: false, error } : { ok: true, value: {} };
    this.emit('message', { kind: 'answer', id: asked.id, answer });
  }

  private state(state: ThreadState): void {
    this.emit('message', { kind: 'state', state });
  }
}

function session(
  options: {
    choice?: Partial<JournalChoice>;
    refuses?: string[];
    journalsIn?: string[];
    lost?: string;
  } = {},
) {
  const threads: FakeThread[] = [];
  const shown: JournalState[] = [];
  const kept: JournalChoice[] = [];
  const refuses = new Set(options.refuses);
  const onCrash = vi.fn<(error: Error) => void>();
  const journal = new JournalSession({
    connect: (listener) =>
      new JournalClient(() => {
        const thread = new FakeThread(refuses);
        threads.push(thread);
        return thread;
      }, listener),
    folders: { defaultJournal: '/docs/Rapport', sampleJournal: '/ud/sample', sampleBackups: '/ud/sample-b' },
    choice: { folder: null, sample: false, ...options.choice },
    choiceLost: options.lost ?? null,
    keepChoice: (choice) => void kept.push(choice),
    backups: () => ({ folder: '/docs/Backups', secondFolder: null, encryption: { kind: 'off' } }),
    holdsJournal: (folder) => options.journalsIn?.includes(folder) ?? false,
    publish: (state) => void shown.push(state),
    onChanged: () => undefined,
    onProgress: () => undefined,
    onCrash,
  });
  const opened = () =>
    threads.flatMap(({ asked }) =>
      asked.flatMap((m) => (m.kind === 'open' ? [[m.folder, m.mode, m.backups.folder]] : [])),
    );
  const kinds = () => shown.map(({ kind }) => kind);
  return { journal, threads, shown, kept, opened, kinds, refuses, onCrash };
}

describe('the journal in use', () => {
  it('is a first run when there is nothing, with the folder offered', async () => {
    const { journal, opened } = session();
    await journal.start();
    expect(journal.state).toEqual({ kind: 'firstRun', defaultFolder: '/docs/Rapport' });
    expect(opened()).toEqual([]);
  });

  it('is the one of last time', async () => {
    const { journal, opened } = session({ choice: { folder: '/mine' } });
    await journal.start();
    expect(journal.state).toMatchObject({ kind: 'open', folder: '/mine' });
    expect(opened()).toEqual([['/mine', 'existing', '/docs/Backups']]);
  });

  it('is never a first run over a journal that lies in its usual place', async () => {
    const { journal, kept } = session({ journalsIn: ['/docs/Rapport'] });
    await journal.start();
    expect(journal.state).toMatchObject({ kind: 'open', folder: '/docs/Rapport' });
    expect(kept).toEqual([{ folder: '/docs/Rapport', sample: false }]);
  });

  it('is asked for, and no first run, when it is not known any more which one it was', async () => {
    const { journal } = session({ lost: 'The settings were damaged.' });
    await journal.start();
    expect(journal.state).toMatchObject({ kind: 'refused', error: { code: 'damaged' } });
    await journal.open('/mine');
    expect(journal.state).toMatchObject({ kind: 'open', folder: '/mine' });
  });

  it('is refused, not forgotten, when it cannot be opened', async () => {
    const { journal, kept } = session({ choice: { folder: '/gone' }, refuses: ['/gone'] });
    await journal.start();
    expect(journal.state).toMatchObject({ kind: 'refused', folder: '/gone', error: { code: 'notAJournal' } });
    expect(kept).toEqual([]);
  });

  it('opens when tried again after the reason is gone', async () => {
    const { journal, refuses } = session({ choice: { folder: '/gone' }, refuses: ['/gone'] });
    await journal.start();
    refuses.clear();
    expect(await journal.retry()).toEqual({ ok: true, value: {} });
    expect(journal.state).toMatchObject({ kind: 'open', folder: '/gone' });
  });

  it('leaves the first run on the screen when a folder is refused', async () => {
    const { journal, kinds, kept } = session({ refuses: ['/bad'] });
    await journal.start();
    expect(await journal.create('/bad')).toMatchObject({ ok: false, error: { code: 'notAJournal' } });
    expect(kinds()).toEqual(['firstRun']);
    expect(kept).toEqual([]);
    expect(await journal.create('/good')).toMatchObject({ ok: true });
    expect(journal.state).toMatchObject({ kind: 'open', folder: '/good' });
    expect(kept).toEqual([{ folder: '/good', sample: false }]);
  });

  it('stays open when another one is refused', async () => {
    const { journal, kinds, opened, kept } = session({ choice: { folder: '/mine' }, refuses: ['/bad'] });
    await journal.start();
    const before = kinds().length;
    expect(await journal.open('/bad')).toMatchObject({ ok: false });
    expect(journal.state).toMatchObject({ kind: 'open', folder: '/mine' });
    expect(journal.folder).toBe('/mine');
    expect(kinds().slice(before)).toEqual(['open']);
    expect(opened().at(-1)).toEqual(['/mine', 'existing', '/docs/Backups']);
    expect(kept).toEqual([]);
  });

  it('is made anew only once: tried again, a new journal is an existing one', async () => {
    const { journal, opened } = session();
    await journal.start();
    await journal.create('/new');
    await journal.retry();
    expect(opened().map(([, mode]) => mode)).toEqual(['new', 'existing']);
  });

  it('moves, and is remembered where it went', async () => {
    const { journal, kept, kinds } = session({ choice: { folder: '/mine' } });
    await journal.start();
    const before = kinds().length;
    await journal.move('/moved');
    expect(kept).toEqual([{ folder: '/moved', sample: false }]);
    expect(journal.folder).toBe('/moved');
    expect(kinds().slice(before)).toEqual(['open']);
  });

  it('says what main has to say beside what the thread found', async () => {
    const { journal, shown } = session({ choice: { folder: '/mine' } });
    journal.notify({ kind: 'fileSetAside', message: 'The settings were damaged.' });
    await journal.start();
    expect(journal.state).toMatchObject({ notices: [{ message: 'The settings were damaged.' }] });
    journal.notify({ kind: 'fileSetAside', message: 'The drafts too.' });
    const messages = ['The drafts too.', 'The settings were damaged.'].map((message) => ({ message }));
    expect(shown.at(-1)).toMatchObject({ notices: messages });
  });
});

describe('the sample journal', () => {
  it('is kept apart, with backups of its own, and left for the journal of before', async () => {
    const { journal, opened, kept } = session({ choice: { folder: '/mine' } });
    await journal.start();
    await journal.openSample();
    expect(journal.state).toMatchObject({ kind: 'open', sample: true });
    expect(opened().at(-1)).toEqual(['/ud/sample', 'sample', '/ud/sample-b']);
    expect(journal.backupFolder).toBe('/ud/sample-b');
    await journal.leaveSample();
    expect(journal.state).toMatchObject({ kind: 'open', folder: '/mine', sample: false });
    expect(kept).toEqual([
      { folder: '/mine', sample: true },
      { folder: '/mine', sample: false },
    ]);
  });

  it('is left for the first run when there was nothing before', async () => {
    const { journal } = session();
    await journal.start();
    await journal.openSample();
    await journal.leaveSample();
    expect(journal.state).toMatchObject({ kind: 'firstRun' });
    expect(journal.folder).toBeNull();
  });

  it('is there again after a restart, and stays where it is', async () => {
    const { journal } = session({ choice: { folder: '/mine', sample: true } });
    await journal.start();
    expect(journal.state).toMatchObject({ kind: 'open', sample: true });
    expect(await journal.move('/x')).toMatchObject({ ok: false, error: { code: 'invalidInput' } });
  });
});

describe("the journal's thread", () => {
  it('when it dies, leaves no call unanswered, says so, and is started again by a retry', async () => {
    const { journal, threads, onCrash } = session({ choice: { folder: '/mine' } });
    await journal.start();
    const call = journal.call('tags.list', {});
    threads[0]?.emit('error', new Error('out of memory'));
    threads[0]?.emit('exit', 1);
    expect(await call).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(journal.state).toMatchObject({ kind: 'refused', folder: '/mine', error: { code: 'unexpected' } });
    expect(onCrash).toHaveBeenCalledTimes(1);
    expect(await journal.call('tags.list', {})).toMatchObject({ ok: false, error: { code: 'notOpen' } });
    await journal.retry();
    expect(threads).toHaveLength(2);
    expect(journal.state).toMatchObject({ kind: 'open', folder: '/mine' });
  });

  it('is asked to close before it is ended', async () => {
    const { journal, threads, onCrash } = session({ choice: { folder: '/mine' } });
    await journal.start();
    expect(await journal.close()).toEqual({ ok: true, value: {} });
    expect(threads[0]?.asked.map(({ kind }) => kind)).toEqual(['open', 'close']);
    expect(onCrash).not.toHaveBeenCalled();
  });
});
