import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import type { Theme } from '../../shared/contract/app';

/** Mantine's name for the theme the user chose. */
export function mantineScheme(theme: Theme): MantineColorScheme {
  return theme === 'system' ? 'auto' : theme;
}

/** The theme is kept with the other settings, not by Mantine. */
export const colorSchemes: MantineColorSchemeManager = {
  get: (defaultValue) => defaultValue,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
