/**
 * Every command of the app: id, title, keys. The menu, the palette, the shortcuts and the help sheet are made from this
 * list and from nothing else.
 */
export type CommandId = (typeof commands)[number]['id'];

export type CommandGroup = 'write' | 'person' | 'go' | 'edit' | 'view' | 'data' | 'help';

export interface Command {
  id: string;
  title: string;
  group: CommandGroup;
  /** Electron's notation; `Mod` is Ctrl, on macOS Cmd. */
  keys?: string;
}

export const commands = [
  { id: 'debrief', title: 'Write it down', group: 'write', keys: 'Mod+N' },
  { id: 'rounds', title: 'One-to-one rounds', group: 'write', keys: 'Mod+Shift+N' },
  { id: 'newPerson', title: 'New person', group: 'write', keys: 'Mod+Shift+P' },
  { id: 'newGathering', title: 'New gathering', group: 'write' },
  { id: 'newCircle', title: 'New circle', group: 'write' },
  { id: 'newPromise', title: 'New promise', group: 'write' },
  { id: 'logTime', title: 'Log time', group: 'write', keys: 'Mod+Shift+T' },
  { id: 'newSeason', title: 'New change of direction', group: 'write' },
  { id: 'newQuestion', title: 'New question', group: 'write' },
  { id: 'newIntroduction', title: 'New introduction', group: 'write', keys: 'Mod+I' },
  { id: 'openDraft', title: 'Open the last draft', group: 'write', keys: 'Mod+Shift+D' },
  // About the person whose page is shown.
  { id: 'lookBack', title: 'Look back at a past day', group: 'person', keys: 'Mod+Shift+L' },
  { id: 'putRight', title: 'We put it right', group: 'person', keys: 'Mod+Shift+R' },
  { id: 'reconnect', title: 'Draft a word to reconnect', group: 'person' },
  { id: 'letGo', title: 'Let go', group: 'person' },
  { id: 'keepDistance', title: 'Keep a polite distance', group: 'person' },
  { id: 'letRest', title: 'Let it rest for a while', group: 'person' },
  { id: 'takeUp', title: 'Take them up again', group: 'person', keys: 'Mod+Shift+A' },
  { id: 'personHistory', title: 'History of this person', group: 'person' },
  { id: 'forgetPerson', title: 'Forget this person…', group: 'person' },
  { id: 'goToday', title: 'Today', group: 'go', keys: 'Mod+1' },
  { id: 'goJournal', title: 'Journal', group: 'go', keys: 'Mod+2' },
  { id: 'goPeople', title: 'People', group: 'go', keys: 'Mod+3' },
  { id: 'goGatherings', title: 'Gatherings', group: 'go', keys: 'Mod+4' },
  { id: 'goPromises', title: 'Promises', group: 'go', keys: 'Mod+5' },
  { id: 'goInsights', title: 'Insights', group: 'go', keys: 'Mod+6' },
  { id: 'goNetwork', title: 'Network', group: 'go', keys: 'Mod+7' },
  { id: 'goSeasons', title: 'Changes of direction', group: 'go' },
  { id: 'goQuestions', title: 'Question bank', group: 'go' },
  { id: 'review', title: 'Weekly review', group: 'go' },
  { id: 'nextBrief', title: 'Brief for the next meeting', group: 'go', keys: 'Mod+Shift+M' },
  { id: 'goSettings', title: 'Settings', group: 'go', keys: 'Mod+,' },
  { id: 'goNorms', title: 'What counts as usual', group: 'go' },
  { id: 'goBack', title: 'Back', group: 'go', keys: 'Alt+Left' },
  { id: 'goForward', title: 'Forward', group: 'go', keys: 'Alt+Right' },
  { id: 'palette', title: 'Search or do…', group: 'go', keys: 'Mod+K' },
  { id: 'find', title: 'Search the journal', group: 'go', keys: 'Mod+F' },
  { id: 'undo', title: 'Undo', group: 'edit', keys: 'Mod+Z' },
  { id: 'redo', title: 'Redo', group: 'edit', keys: 'Mod+Shift+Z' },
  { id: 'themeLight', title: 'Light theme', group: 'view' },
  { id: 'themeDark', title: 'Dark theme', group: 'view' },
  { id: 'themeSystem', title: 'Theme of the system', group: 'view' },
  { id: 'backupNow', title: 'Back up now', group: 'data', keys: 'Mod+Shift+B' },
  { id: 'restore', title: 'Restore from a backup…', group: 'data' },
  { id: 'encryption', title: 'Encryption of the backups', group: 'data' },
  { id: 'undoRecovery', title: 'Go back to the choice about the damaged journal', group: 'data' },
  { id: 'checkJournal', title: 'Check my journal', group: 'data' },
  { id: 'showFolder', title: 'Show the journal’s folder', group: 'data' },
  { id: 'showBackups', title: 'Show the backups', group: 'data' },
  { id: 'leaveSample', title: 'Leave the sample journal', group: 'data' },
  { id: 'shortcuts', title: 'Keyboard shortcuts', group: 'help', keys: 'Mod+/' },
] as const satisfies readonly Command[];

const byId = new Map<string, Command>(commands.map((command) => [command.id, command]));

export function commandById(id: CommandId): Command {
  const command = byId.get(id);
  if (!command) throw new Error(`No such command: ${id}`);
  return command;
}
