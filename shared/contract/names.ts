/**
 * The names of all calls and events, apart from their schemas: the preload needs nothing else and so stays small.
 * `contract.ts` does not compile when this list and the contract differ.
 */
/** Answered by the main process: windows, dialogs, settings, which journal is open. */
export const appCallNames = [
  'journal.state',
  'journal.create',
  'journal.open',
  'journal.openSample',
  'journal.leaveSample',
  'journal.retry',
  'journal.move',
  'backup.choose',
  'encryption.get',
  'encryption.start',
  'encryption.enter',
  'encryption.stop',
  'app.quitNow',
  'settings.get',
  'settings.set',
  'drafts.list',
  'drafts.keep',
  'drafts.drop',
  'app.chooseFolder',
  'app.showFolder',
  'app.openExternal',
] as const;

/** Answered by the thread that holds the journal. */
export const journalCallNames = [
  'history.undo',
  'history.redo',
  'people.list',
  'people.suggest',
  'people.names',
  'people.get',
  'people.page',
  'people.charts',
  'people.timeline',
  'people.save',
  'people.delete',
  'people.deletionEffect',
  'tags.list',
  'interactions.list',
  'interactions.get',
  'interactions.save',
  'interactions.saveRounds',
  'interactions.delete',
  'questions.list',
  'search.query',
  'promises.list',
  'promises.get',
  'promises.save',
  'promises.close',
  'promises.delete',
  'gatherings.list',
  'gatherings.get',
  'gatherings.save',
  'gatherings.delete',
  'circles.list',
  'circles.get',
  'circles.save',
  'circles.delete',
  'insights.page',
  'insights.breakdown',
  'insights.openings',
  'insights.askCheck',
  'insights.gathering',
  'insights.gatherings',
  'insights.verdict',
  'seasons.list',
  'seasons.save',
  'seasons.delete',
  'seasons.told',
  'today.page',
  'today.putOff',
  'today.bringBack',
  'review.people',
  'review.mark',
  'timeLogs.save',
  'timeLogs.delete',
  'timeLogs.channels',
  'backup.now',
  'backup.list',
  'backup.preview',
  'backup.verify',
  'backup.cancel',
  'backup.people',
  'backup.close',
  'backup.restore',
  'passphrase.strength',
  'passphrase.suggest',
] as const;

export const callNames = [...appCallNames, ...journalCallNames] as const;

export type AppCallName = (typeof appCallNames)[number];
export type JournalCallName = (typeof journalCallNames)[number];
export type CallName = AppCallName | JournalCallName;

export const eventNames = ['state', 'changed', 'progress', 'command', 'quitting'] as const;
export type EventName = (typeof eventNames)[number];
