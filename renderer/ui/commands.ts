import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { CommandId } from '../../shared/commands';

/**
 * What the commands of `shared/commands.ts` do right now. A component that is on the screen says what a command means
 * while it is there; the one that came last wins. Keys, menu and palette all end in `runCommand`.
 */
type Handler = () => void;

const handlers = new Map<CommandId, { current: Handler }[]>();
const listeners = new Set<() => void>();
let available: ReadonlySet<CommandId> = new Set();

/** Says what a command does while this component is shown (and `enabled`). */
export function useCommand(id: CommandId, handler: Handler, enabled = true): void {
  useHandler(id, handler, enabled, 'last');
}

/** What a command does when no page or form says otherwise: for the app's shell. */
export function useDefaultCommand(id: CommandId, handler: Handler, enabled = true): void {
  useHandler(id, handler, enabled, 'first');
}

type Place = 'first' | 'last';

function useHandler(id: CommandId, handler: Handler, enabled: boolean, place: Place): void {
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  // In the same moment in which it comes onto the screen: a key may follow at once.
  useLayoutEffect(() => (enabled ? register(id, latest, place) : undefined), [id, enabled, place]);
  useEffect(() => {
    if (!enabled || held !== id) return;
    held = null;
    // When all that belongs to the new screen is in place: an overlay of the former one is closed first.
    queueMicrotask(() => latest.current());
  }, [id, enabled]);
}

/** Runs a command. Answers whether anybody handled it, or will as soon as the journal is open. */
export function runCommand(id: CommandId): boolean {
  const handler = handlers.get(id)?.at(-1);
  if (handler) handler.current();
  else if (isHolding()) held = id;
  return handler !== undefined || isHolding();
}

/** Who says that handlers are still to come. Until the app is drawn for the first time, the start itself does. */
const START = Symbol('start');
const holders = new Set<symbol>([START]);
let held: CommandId | null = null;

function isHolding(): boolean {
  return holders.size > 0;
}

/** While this component is shown, a command that nobody handles yet waits for its handler: for a start that is not over. */
export function useHeldCommands(): void {
  const [holder] = useState(() => Symbol('holder'));
  useLayoutEffect(() => void holders.add(holder), [holder]);
  // Ends after the commands of what takes its place are registered, in whose effects a held one is taken up.
  useEffect(() => {
    holders.add(holder);
    return () => stopHolding(holder);
  }, [holder]);
}

/** For the app's root: from here on its screens say themselves whether handlers are still to come. */
export function useStartOver(): void {
  // After the effects of all that is in it.
  useEffect(() => stopHolding(START), []);
}

function stopHolding(holder: symbol): void {
  holders.delete(holder);
  // What is there by now registers its commands in the same commit, or will not have them.
  if (!isHolding()) queueMicrotask(() => (held = null));
}

/** The commands that would do something at this moment. */
export function useAvailableCommands(): ReadonlySet<CommandId> {
  return useSyncExternalStore(subscribe, () => available);
}

function register(id: CommandId, handler: { current: Handler }, place: Place): () => void {
  const others = handlers.get(id) ?? [];
  handlers.set(id, place === 'first' ? [handler, ...others] : [...others, handler]);
  announce();
  return () => {
    const left = (handlers.get(id) ?? []).filter((other) => other !== handler);
    if (left.length > 0) handlers.set(id, left);
    else handlers.delete(id);
    announce();
  };
}

function announce(): void {
  available = new Set(handlers.keys());
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
