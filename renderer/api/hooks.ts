import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CallInput, CallOutput, Events } from '../../shared/contract/contract';
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

/** The journal's state (first run, opening, open, refused, saved …), pushed by main whenever it changes. */
export function useJournalState(): JournalState | undefined {
  const client = useQueryClient();
  // What was pushed while the answer was on its way is newer than that.
  const queryFn = async () => {
    const asked = await call('journal.state', {});
    return client.getQueryData<JournalState>(STATE_KEY) ?? asked;
  };
  return useQuery({ queryKey: STATE_KEY, queryFn }).data;
}

/** Keeps every read current. Used once, at the root. */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  useEffect(() => {
    const stopState = window.rapport.on.state((state) => client.setQueryData(STATE_KEY, state));
    const stopChanged = window.rapport.on.changed(() => {
      // Only what is on the screen is fetched again at once; the rest when it is next shown.
      void client.invalidateQueries({ predicate: (query) => isJournalRead(String(query.queryKey[0])) });
    });
    return () => {
      stopState();
      stopChanged();
    };
  }, [client]);
}

function isJournalRead(name: string): boolean {
  return !name.startsWith('journal.') && !name.startsWith('settings.') && !name.startsWith('drafts.');
}
