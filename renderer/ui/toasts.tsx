import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { commandById, type CommandId } from '../../shared/commands';
import { callErrorOf } from '../api';
import { runCommand } from './commands';
import { Kbd } from './Kbd';

const BUTTON_MS = 10_000;
const READ_MS = 6_000;

/** One message at a time: the latest is the one that matters, and they would hide the page. */
let latest: string | null = null;

/** Says what was done, with a button that undoes it, for ten seconds. `label` is a past sentence: "Maya Okonjo deleted". */
export function toastDone(label: string): void {
  // Undo takes back the last change only, so an older offer must not stay.
  toastWithButton(label, commandButton('Undo', 'undo'));
}

/** A form was closed with something in it: where that is, and how to go on with it. */
export function toastKeptAsDraft(): void {
  toastWithButton('Kept as a draft.', commandButton('Continue', 'openDraft'));
}

/** A form was closed and what was in it thrown away. */
export function toastThrownAway(bringBack: () => void): void {
  toastWithButton('Thrown away.', { words: 'Bring it back', run: bringBack });
}

interface ToastButton {
  words: string;
  keys?: string | undefined;
  run: () => void;
}

function commandButton(words: string, command: CommandId): ToastButton {
  return { words, keys: commandById(command).keys, run: () => runCommand(command) };
}

function toastWithButton(label: string, { words, keys, run }: ToastButton): void {
  hideToast();
  latest = notifications.show({
    message: (
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text size="sm" lineClamp={3}>
          {label}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          // A long label must not squeeze it.
          flex="none"
          rightSection={keys === undefined ? null : <Kbd keys={keys} />}
          onClick={() => {
            hideToast();
            run();
          }}
        >
          {words}
        </Button>
      </Group>
    ),
    role: 'status',
    autoClose: BUTTON_MS,
  });
}

/** Says something that needs no answer. */
export function toastInfo(label: string): void {
  hideToast();
  latest = notifications.show({ message: label, role: 'status', autoClose: READ_MS });
}

/** Says what went wrong, in the user's words, until it is closed. Forms show their errors in place instead. */
export function toastError(error: unknown): void {
  const { message, fields = {} } = callErrorOf(error);
  const problems = Object.values(fields);
  // Where one thing is wrong, that says all.
  const [only = message] = problems;
  const words = problems.length === 1 ? only : [message, ...problems].join(' ');
  // The same words twice say no more than once.
  notifications.show({ id: words, message: words, color: 'red', role: 'alert', autoClose: false });
}

/** A sheet opens: what passes by must not lie over its buttons. Errors stay, and undo keeps its key. */
export function hideToast(): void {
  if (latest !== null) notifications.hide(latest);
  latest = null;
}
