import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { Router } from 'wouter';
import { assertNever } from '../../shared/assert-never';
import type { Theme } from '../../shared/contract/app';
import { useEvent, useJournalState } from '../api';
import { forgetViews } from '../api/place';
import { colorSchemes, mantineScheme } from './color-scheme';
import { useStartOver } from '../ui/commands';
import { useMenuCommands } from './command-keys';
import { ErrorBoundary } from './ErrorBoundary';
import { lazyPart, readLater } from './lazy-part';
import { routing } from './location';
import { Shell } from './shell/Shell';
import { FirstRun } from './start/FirstRun';
import { Opening } from './start/Opening';
import { Recovery } from './start/Recovery';
import { Refused } from './start/Refused';
import { shortcutsOverlay } from './shortcuts';
import { cssVariables, theme as mantineTheme } from './theme';
import { Toasts } from './Toasts';
import { useAppCommands } from './useAppCommands';

const ShortcutSheet = lazyPart(
  readLater(() => import('./ShortcutSheet')),
  (part) => part.ShortcutSheet,
);

const Quitting = lazyPart(
  readLater(() => import('./Quitting')),
  (part) => part.Quitting,
);

/** Everything that the parts of the app stand on, and the screen that the journal's state asks for. */
export function App({ client, theme }: { client: QueryClient; theme: Theme }) {
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme={mantineScheme(theme)}
      colorSchemeManager={colorSchemes}
    >
      <Toasts />
      <ErrorBoundary>
        <QueryClientProvider client={client}>
          <Router {...routing}>
            <Root />
          </Router>
        </QueryClientProvider>
      </ErrorBoundary>
    </MantineProvider>
  );
}

function Root() {
  useMenuCommands();
  useAppCommands();
  useStartOver();
  return (
    <>
      <Screen />
      <Shortcuts />
      <Ending />
    </>
  );
}

/** Read when it is first asked for, and there from then on. */
function Shortcuts() {
  const isOpen = shortcutsOverlay.useArgs() !== null;
  const [wasOpen, setWasOpen] = useState(false);
  if (isOpen && !wasOpen) setWasOpen(true);
  if (!wasOpen) return null;
  return (
    <Suspense fallback={null}>
      <ShortcutSheet />
    </Suspense>
  );
}

/** While the last backup is being made, nothing else can be done. */
function Ending() {
  const [isEnding, setEnding] = useState(false);
  useEvent(
    'quitting',
    useCallback(() => setEnding(true), []),
  );
  if (!isEnding) return null;
  return (
    <Suspense fallback={null}>
      <Quitting />
    </Suspense>
  );
}

function Screen() {
  const state = useJournalState();
  useForgottenViews(state?.kind === 'open' ? state.folder : null);
  if (!state) return null;
  switch (state.kind) {
    case 'firstRun':
      return <FirstRun defaultFolder={state.defaultFolder} />;
    case 'opening':
      return <Opening state={state} />;
    case 'recovery':
      return <Recovery state={state} />;
    case 'refused':
      return <Refused state={state} />;
    case 'open':
      return <Shell state={state} />;
    default:
      return assertNever(state);
  }
}

/** Filters name people and circles of one journal: they are forgotten when another is opened. */
function useForgottenViews(folder: string | null): void {
  const former = useRef<string | null>(null);
  useEffect(() => {
    if (folder === null) return;
    if (former.current !== null && former.current !== folder) forgetViews();
    former.current = folder;
  }, [folder]);
}
