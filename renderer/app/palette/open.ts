import { createOverlay } from '../../ui/overlay';

interface PaletteArgs {
  /** What had the focus before, to get it back. */
  from: Element | null;
}

export const paletteOverlay = createOverlay<PaletteArgs>();

export function openPalette(): void {
  paletteOverlay.open({ from: document.activeElement });
}
