import { createOverlay } from '../ui/overlay';

export const shortcutsOverlay = createOverlay<object>();

export function openShortcuts(): void {
  shortcutsOverlay.open({});
}
