import type { CallName, EventName } from '../../shared/contract/names';

/** The IPC channel of a call. One each, so that nothing can be asked for that is not in the contract. */
export function callChannel(name: CallName): string {
  return `call:${name}`;
}

/** The IPC channel of an event that main pushes. */
export function eventChannel(name: EventName): string {
  return `event:${name}`;
}
