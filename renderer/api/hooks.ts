import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CallInput, CallOutput, Events } from '../../shared/contract/contract';
import type { JobName } from '../../shared/contract/common';
import type { JournalState } from '../../shared/contract/journal';
import type { CallName, EventName } from '../../shared/contract/names';
import { call, type CallRefused } from './call';

/** Everything is local: never wait for a network, never retry, never refetch on focus; `changed` says when. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Reads and keeps up to date. While the input changes the former answer stays in place, so that nothing jumps. */
export function useRead<N extends CallName>(
  name: N,
  input: CallInput<N>,
  options: { enabled?: boolean } = {},
) {
  return useQuery<CallOutput<N>, CallRefused>({
    ...readQuery(name, input),
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
  });
}

/** Reads ahead of the component that will show it. An error is that component's to show. */
export function readAhead<N extends CallName>(
  client: QueryClient,
  name: N,
  input: CallInput<N>,
): Promise<unknown> {
  return client.query(readQuery(name, input)).catch(() => undefined);
}

/** Gives up a read that takes long, when it runs: nobody waits for it any more. `job`: what it is to the journal. */
export function useGiveUpRead(name: CallName, job: JobName): () => void {
  const client = useQueryClient();
  return () => {
    if (client.isFetching({ queryKey: [name] }) === 0) return;
    void client.cancelQueries({ queryKey: [name] });
    // Without a journal there is nothing to give up.
    call('backup.cancel', { job }).catch(() => undefined);
  };
}

function readQuery<N extends CallName>(name: N, input: CallInput<N>) {
  return { queryKey: [name, input], queryFn: () => call(name, input) };
}

/** Writes. What is shown is refreshed by the `changed` event, not by the writer. */
export function useWrite<N extends CallName>(name: N) {
  return useMutation<CallOutput<N>, CallRefused, CallInput<N>>({ mutationFn: (input) => call(name, input) });
}

/** Listens to what main pushes, for as long as the component is shown. `listener` should be stable. */
export function useEvent<E extends EventName>(name: E, listener: (event: Events[E]) => void): void {
  useEffect(() => window.rapport.on[name](listener), [name, listener]);
}

const STATE_KEY = ['journal.state', {}];

function stateQuery(client: QueryClient) {
  return {
    queryKey: STATE_KEY,
    queryFn: async () => {
      const asked = await call('journal.state', {});
      // What was pushed while the answer was on its way is newer than that.
      return client.getQueryData<JournalState>(STATE_KEY) ?? asked;
    },
  };
}

/** Asks for the journal's state ahead of the first drawing. */
export function readJournalState(client: QueryClient): Promise<JournalState> {
  return client.query(stateQuery(client));
}

/** The journal's state (first run, opening, open, refused, saved …), pushed by main whenever it changes. */
export function useJournalState(): JournalState | undefined {
  const client = useQueryClient();
  return useQuery(stateQuery(client)).data;
}

/**
 * Keeps every read current, from before the first is asked for: what is pushed while nobody listens is not pushed again, and
 * a journal that opens just then would stay "opening" for good. Called once.
 */
export function keepReadsCurrent(client: QueryClient): void {
  window.rapport.on.state((state) => client.setQueryData(STATE_KEY, state));
  window.rapport.on.changed(() => {
    // Only what is on the screen is fetched again at once; the rest when it is next shown.
    void client.invalidateQueries({ predicate: (query) => isJournalRead(String(query.queryKey[0])) });
  });
}

function isJournalRead(name: string): boolean {
  return !name.startsWith('journal.') && !name.startsWith('settings.') && !name.startsWith('drafts.');
}
