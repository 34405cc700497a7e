import type { Excerpt } from '../../shared/contract/common';

export interface Piece {
  /** Where it begins in the text. */
  at: number;
  text: string;
  marked: boolean;
}

/** The text cut at its marks, nothing left out. */
export function markedPieces({ text, marks }: Excerpt): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const [from, to] of marks) {
    if (from > end) pieces.push({ at: end, text: text.slice(end, from), marked: false });
    if (to > from) pieces.push({ at: from, text: text.slice(from, to), marked: true });
    end = Math.max(end, to);
  }
  if (end < text.length) pieces.push({ at: end, text: text.slice(end), marked: false });
  return pieces;
}
