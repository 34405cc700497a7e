import type { Excerpt } from '../../shared/contract/common';
import { markedPieces } from './marked-pieces';

/** A piece of text with what answers the search marked. */
export function Marked({ excerpt }: { excerpt: Excerpt }) {
  return (
    <bdi>
      {markedPieces(excerpt).map(({ at, text, marked }) =>
        marked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
    </bdi>
  );
}
