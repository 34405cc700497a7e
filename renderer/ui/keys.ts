import { isMac } from './platform';

/** The parts of a key press that decide which command it means. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

const MAC_CAPS: Record<string, string> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Left: '←',
  Right: '→',
  Enter: '↵',
};
const OTHER_CAPS: Record<string, string> = { Mod: 'Ctrl', Left: '←', Right: '→', Enter: '↵' };
const SPOKEN: Record<string, string> = {
  Left: 'left arrow',
  Right: 'right arrow',
  '/': 'slash',
  ',': 'comma',
};

/** The caps to show for "Mod+Shift+N": `['Ctrl', 'Shift', 'N']`, on macOS `['⌘', '⇧', 'N']`. */
export function keyCaps(keys: string, mac = isMac): string[] {
  return keys.split('+').map((part) => (mac ? MAC_CAPS : OTHER_CAPS)[part] ?? part);
}

/** The same for a screen reader: "Control Shift N". */
export function spokenKeys(keys: string, mac = isMac): string {
  const names: Record<string, string> = {
    ...SPOKEN,
    Mod: mac ? 'Command' : 'Control',
    Alt: mac ? 'Option' : 'Alt',
  };
  return keys
    .split('+')
    .map((part) => names[part] ?? part)
    .join(' ');
}

/** Whether a key press is this command's, whatever the keyboard's layout. */
export function matchesKeys(press: KeyPress, keys: string, mac = isMac): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const mod = parts.includes('Mod');
  const [wanted, other] = mac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (wanted !== mod || other || press.altKey !== parts.includes('Alt')) return false;
  // "/" needs Shift on a German keyboard and "," may too: for such signs the sign counts, not how it is typed.
  if (!isSign(key) && press.shiftKey !== parts.includes('Shift')) return false;
  return isKey(press, key);
}

function isKey(press: KeyPress, key: string): boolean {
  if (/^\d$/.test(key)) return press.code === `Digit${key}` || press.code === `Numpad${key}`;
  if (key === 'Left' || key === 'Right') return press.key === `Arrow${key}`;
  if (press.key.toLowerCase() === key.toLowerCase()) return true;
  // Cyrillic, Greek, …: the key in the place of the Latin letter.
  return /^[A-Z]$/.test(key) && press.code === `Key${key}` && !/^[\x21-\x7e]$/.test(press.key);
}

function isSign(key: string): boolean {
  return /^[^A-Za-z0-9]$/.test(key);
}
