import { type CommandId, commandById, commands } from '../../shared/commands';
import type { Events } from '../../shared/contract/contract';
import { useEvent } from '../api';
import { runCommand } from '../ui/commands';
import { type KeyPress, matchesKeys } from '../ui/keys';
import { toastInfo } from '../ui/toasts';
import { isMac } from '../ui/platform';

/** These disturb no dialog that is open; all others wait until it is closed. */
const WORK_OVER_DIALOGS: ReadonlySet<CommandId> = new Set([
  'backupNow',
  'showFolder',
  'showBackups',
  'themeLight',
  'themeDark',
  'themeSystem',
]);

/** Runs commands by their keys, from before the app is drawn: a key that is pressed early waits. Called once. */
export function listenForCommandKeys(): void {
  window.addEventListener('keydown', onKeyDown);
}

/** Runs commands that were chosen from the application's menu. Used once, at the root. */
export function useMenuCommands(): void {
  useEvent('command', fromMenu);
}

/** The command that a key press means, if any. */
export function commandOf(press: KeyPress, mac = isMac): CommandId | undefined {
  // The second redo of Windows and Linux; the list of commands names one key each.
  if (!mac && matchesKeys(press, 'Mod+Y', mac)) return 'redo';
  return commands.find(({ id }) => {
    const { keys } = commandById(id);
    return keys !== undefined && matchesKeys(press, keys, mac);
  })?.id;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const id = commandOf(event);
  if (id === undefined || belongsToText(id, event)) return;
  // Also when it is not run: the browser must not do something of its own with the keys.
  event.preventDefault();
  if (!event.repeat || id === 'undo' || id === 'redo') dispatch(id);
}

function fromMenu({ id }: Events['command']): void {
  // In a text field, undo means the text, and this old call is the only way to reach the field's own history.
  // oxlint-disable-next-line typescript/no-deprecated
  if ((id === 'undo' || id === 'redo') && isTextField(document.activeElement)) document.execCommand(id);
  else dispatch(id);
}

function dispatch(id: CommandId): void {
  if (isDialogOpen() && !WORK_OVER_DIALOGS.has(id)) return;
  if (!runCommand(id) && commandById(id).group === 'person')
    toastInfo('This is about the person whose page is shown: open one first.');
}

/** In a text field undo and, on macOS, Alt with an arrow are the text's own keys. */
function belongsToText(id: CommandId, event: KeyboardEvent): boolean {
  const keysOfText = id === 'undo' || id === 'redo' || (isMac && event.altKey);
  return keysOfText && isTextField(event.target);
}

const TYPED: ReadonlySet<string> = new Set([
  'text',
  'search',
  'email',
  'tel',
  'url',
  'number',
  'password',
  'date',
]);

function isTextField(target: unknown): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLTextAreaElement) return !target.readOnly;
  return target instanceof HTMLInputElement && TYPED.has(target.type) && !target.readOnly;
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}
