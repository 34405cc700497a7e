import { useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Theme } from '../../shared/contract/app';
import type { CallOutput } from '../../shared/contract/contract';
import type { JournalState } from '../../shared/contract/journal';
import { call, callErrorOf } from '../api';
import { startBackup } from '../ui/backup-job';
import { useDefaultCommand } from '../ui/commands';
import { continueDraft } from '../ui/drafts';
import { toastError, toastInfo } from '../ui/toasts';
import { mantineScheme } from './color-scheme';
import { features } from './features';
import { navigate, START_ROUTE } from './location';
import { openPalette } from './palette/open';
import { openShortcuts } from './shortcuts';

/** What every command of an open journal does when the page that is shown says nothing else. */
export function useJournalCommands(state: Extract<JournalState, { kind: 'open' }>): void {
  useWritingCommands();
  useGoingCommands();
  usePersonCommandsElsewhere();
  useDataCommands(state);
  useDefaultCommand('undo', () => void undo());
  useDefaultCommand('redo', () => void redo());
}

/** The commands that need no journal. */
export function useAppCommands(): void {
  useThemeCommands();
  useDefaultCommand('showBackups', () => attempt(() => call('app.showFolder', { what: 'backups' })));
  useDefaultCommand('shortcuts', openShortcuts);
}

function useWritingCommands(): void {
  useDefaultCommand('debrief', () => attempt(async () => (await features.debrief()).openDebrief({})));
  useDefaultCommand('rounds', () => attempt(async () => (await features.debrief()).openRounds({})));
  useDefaultCommand('newPerson', () => attempt(async () => (await features.person()).openPersonForm({})));
  useDefaultCommand('newGathering', () =>
    attempt(async () => (await features.gatherings()).openGatheringForm({})),
  );
  useDefaultCommand('newCircle', () => attempt(async () => (await features.gatherings()).openCircleForm({})));
  useDefaultCommand('newPromise', () => attempt(async () => (await features.promises()).openPromiseForm({})));
  useDefaultCommand('logTime', () => attempt(async () => (await features.todayForms()).openTimeForm()));
  useDefaultCommand('newQuestion', () =>
    attempt(async () => (await features.questions()).openQuestionForm()),
  );
  useDefaultCommand('newSeason', () => attempt(async () => (await features.seasons()).openSeasonForm()));
  useDefaultCommand('newIntroduction', () =>
    attempt(async () => (await features.network()).openIntroduction()),
  );
  useDefaultCommand('openDraft', () => attempt(openLastDraft));
}

function useGoingCommands(): void {
  useDefaultCommand('goToday', () => navigate('/today'));
  useDefaultCommand('goInsights', () => navigate('/insights'));
  useDefaultCommand('goNetwork', () => navigate('/network'));
  useDefaultCommand('goSeasons', () => navigate('/seasons'));
  useDefaultCommand('goQuestions', () => navigate('/questions'));
  useDefaultCommand('review', () => navigate('/review'));
  useDefaultCommand('nextBrief', () => navigate('/meetings/next'));
  useDefaultCommand('goJournal', () => navigate('/journal'));
  useDefaultCommand('goPeople', () => navigate('/people'));
  useDefaultCommand('goGatherings', () => navigate('/gatherings'));
  useDefaultCommand('goPromises', () => navigate('/promises'));
  useDefaultCommand('goSettings', () => navigate('/settings'));
  useDefaultCommand('goNorms', () => navigate('/settings/usual'));
  useDefaultCommand('goBack', () => history.back());
  useDefaultCommand('goForward', () => history.forward());
  useDefaultCommand('find', () => navigate('/search'));
  useDefaultCommand('palette', openPalette);
}

function useThemeCommands(): void {
  const client = useQueryClient();
  const { setColorScheme } = useMantineColorScheme();
  const choose = (theme: Theme) =>
    attempt(async () => {
      setColorScheme(mantineScheme(theme));
      await call('settings.set', { theme });
      client.setQueryData<CallOutput<'settings.get'>>(
        ['settings.get', {}],
        (was) => was && { ...was, theme },
      );
    });
  useDefaultCommand('themeLight', () => choose('light'));
  useDefaultCommand('themeDark', () => choose('dark'));
  useDefaultCommand('themeSystem', () => choose('system'));
}

function useDataCommands({ sample, notices }: Extract<JournalState, { kind: 'open' }>): void {
  useDefaultCommand('backupNow', startBackup);
  useDefaultCommand('restore', () => navigate('/settings/restore'));
  useDefaultCommand('encryption', () => navigate('/settings/encryption'));
  useDefaultCommand('undoRecovery', () => {
    if (notices.some(({ kind }) => kind === 'recovered')) attempt(() => call('recovery.undo', {}));
    else toastInfo('The journal was not damaged when Rapport opened it: there is no choice to go back to.');
  });
  useDefaultCommand('checkJournal', () => navigate('/settings/check'));
  useDefaultCommand('showFolder', () => attempt(() => call('app.showFolder', { what: 'journal' })));
  useDefaultCommand('leaveSample', () => attempt(leaveSample), sample);
}

/** The commands about a person are on their page; anywhere else each says so. */
function usePersonCommandsElsewhere(): void {
  useDefaultCommand('lookBack', openAPersonFirst);
  useDefaultCommand('putRight', openAPersonFirst);
  useDefaultCommand('reconnect', openAPersonFirst);
  useDefaultCommand('letGo', openAPersonFirst);
  useDefaultCommand('keepDistance', openAPersonFirst);
  useDefaultCommand('letRest', openAPersonFirst);
  useDefaultCommand('takeUp', openAPersonFirst);
  useDefaultCommand('personHistory', openAPersonFirst);
  useDefaultCommand('forgetPerson', openAPersonFirst);
}

function openAPersonFirst(): void {
  navigate('/people');
  toastInfo('Open the person’s page first.');
}

async function leaveSample(): Promise<void> {
  await call('journal.leaveSample', {});
  navigate(START_ROUTE);
}

async function undo(): Promise<void> {
  await travel('history.undo', 'Undone');
}

async function redo(): Promise<void> {
  await travel('history.redo', 'Done again');
}

async function travel(name: 'history.undo' | 'history.redo', said: string): Promise<void> {
  try {
    const { label } = await call(name, {});
    toastInfo(`${said}: ${label}`);
  } catch (thrown) {
    const { code, message } = callErrorOf(thrown);
    // An empty history is an answer, not an error.
    if (code === 'nothingToUndo' || code === 'nothingToRedo') toastInfo(message);
    else toastError(thrown);
  }
}

async function openLastDraft(): Promise<void> {
  const { drafts } = await call('drafts.list', {});
  const last = [...drafts].sort((a, b) => Date.parse(b.keptAt) - Date.parse(a.keptAt))[0];
  // The form that the draft belongs to may not have been loaded yet.
  await Promise.all([
    features.debrief(),
    features.person(),
    features.gatherings(),
    features.promises(),
    features.todayForms(),
    features.seasons(),
    features.questions(),
    features.network(),
  ]);
  if (!last || !continueDraft(last)) toastInfo('There is no draft. What you write is kept as one by itself.');
}

function attempt(task: () => Promise<unknown>): void {
  task().catch(toastError);
}
