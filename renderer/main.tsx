import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/source-serif-4/index.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './ui/tokens.css';
import './app/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { call, keepReadsCurrent, newQueryClient, readJournalState } from './api';
import { keptRoute, loadPlace } from './api/place';
import { App } from './app/App';
import { listenForCommandKeys } from './app/command-keys';
import { currentRoute, START_ROUTE, startAt } from './app/location';
import { readTodayAhead } from './features/today';
import { giveFocusBackAfterWaits } from './ui/focus-after-wait';
import { selectOnTab } from './ui/select-on-tab';
import { pressOnce } from './ui/once-a-press';
import { rememberFocus } from './ui/useFocusBack';

async function start(): Promise<void> {
  listenForCommandKeys();
  rememberFocus();
  pressOnce();
  giveFocusBackAfterWaits();
  selectOnTab();
  const client = newQueryClient();
  keepReadsCurrent(client);
  // All three are in memory on the other side: waiting for them avoids a first frame of the wrong colour or page.
  const [settings, state] = await Promise.allSettled([
    client.query({ queryKey: ['settings.get', {}], queryFn: () => call('settings.get', {}) }),
    readJournalState(client),
    loadPlace(),
  ]);
  startAt(keptRoute());
  const isOpen = state.status === 'fulfilled' && state.value.kind === 'open';
  // Drawn once with its entries, the page is there sooner than drawn first without them.
  if (isOpen && currentRoute() === START_ROUTE) await readTodayAhead(client);
  const theme = settings.status === 'fulfilled' ? settings.value.theme : 'system';
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no element to draw in.');
  createRoot(root).render(
    <StrictMode>
      <App client={client} theme={theme} />
    </StrictMode>,
  );
}

void start();
