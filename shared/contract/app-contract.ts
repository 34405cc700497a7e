import { appCalls } from './app';
import type { Call } from './call';
import { sessionCalls } from './journal';
import type { AppCallName } from './names';

/** The calls that the main process answers. Kept small: it is read at every start, before the first page is drawn. */
export const appContract = { ...sessionCalls, ...appCalls } satisfies Record<AppCallName, Call>;
