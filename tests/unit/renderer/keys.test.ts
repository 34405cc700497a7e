import { describe, expect, it } from 'vitest';
import { commands } from '../../../shared/commands';
import { keyCaps, type KeyPress, matchesKeys, spokenKeys } from '../../../renderer/ui/keys';

function press(key: string, code: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

const ctrl = { ctrlKey: true };

describe('the keys of a command', () => {
  it('are Ctrl, on macOS Command', () => {
    expect(matchesKeys(press('n', 'KeyN', ctrl), 'Mod+N', false)).toBe(true);
    expect(matchesKeys(press('n', 'KeyN', { metaKey: true }), 'Mod+N', true)).toBe(true);
    expect(matchesKeys(press('n', 'KeyN', ctrl), 'Mod+N', true)).toBe(false);
    expect(matchesKeys(press('n', 'KeyN', { ctrlKey: true, metaKey: true }), 'Mod+N', false)).toBe(false);
  });

  it('tell Shift and Alt apart', () => {
    const shifted = press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true });
    expect(matchesKeys(shifted, 'Mod+Shift+Z', false)).toBe(true);
    expect(matchesKeys(shifted, 'Mod+Z', false)).toBe(false);
    expect(matchesKeys(press('z', 'KeyZ', { ctrlKey: true, altKey: true }), 'Mod+Z', false)).toBe(false);
    expect(matchesKeys(press('ArrowLeft', 'ArrowLeft', { altKey: true }), 'Alt+Left', false)).toBe(true);
  });

  it('are found on a German, a French and a Russian keyboard', () => {
    expect(matchesKeys(press('/', 'Digit7', { ctrlKey: true, shiftKey: true }), 'Mod+/', false)).toBe(true);
    expect(matchesKeys(press('&', 'Digit1', ctrl), 'Mod+1', false)).toBe(true);
    expect(matchesKeys(press('т', 'KeyN', ctrl), 'Mod+N', false)).toBe(true);
  });

  it('follow the letter on a Dvorak keyboard, not its place', () => {
    expect(matchesKeys(press('k', 'KeyV', ctrl), 'Mod+K', false)).toBe(true);
    expect(matchesKeys(press('t', 'KeyK', ctrl), 'Mod+K', false)).toBe(false);
  });

  it('are named as on the keyboard in front of the user', () => {
    expect(keyCaps('Mod+Shift+N', false)).toEqual(['Ctrl', 'Shift', 'N']);
    expect(keyCaps('Mod+Shift+N', true)).toEqual(['⌘', '⇧', 'N']);
    expect(spokenKeys('Mod+/', false)).toBe('Control slash');
  });

  it('are never shared by two commands', () => {
    const used = commands.flatMap((command) => ('keys' in command ? [command.keys] : []));
    expect(new Set(used).size).toBe(used.length);
  });
});
