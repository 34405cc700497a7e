import { useCallback, useState } from 'react';
import type { Figure } from '../../../shared/contract/insights';

/** A figure whose people or entries are shown. */
export interface OpenedFigure {
  title: string;
  figure: Figure;
}

/** Makes what opens a figure's people or entries. */
export type OpenFigure = (title: string, figure: Figure) => () => void;

/** Which figure is open. */
export function useOpenFigure(): { open: OpenFigure; opened: OpenedFigure | null; close: () => void } {
  const [opened, setOpened] = useState<OpenedFigure | null>(null);
  const open = useCallback<OpenFigure>((title, figure) => () => setOpened({ title, figure }), []);
  const close = useCallback(() => setOpened(null), []);
  return { open, opened, close };
}
