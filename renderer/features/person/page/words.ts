import { listWords } from '../../../../shared/words/spans';

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** `introduced by Tom Baker`, `introduced by three people`. */
export function introducedWords(names: readonly string[]): string {
  if (names.length === 0) return '';
  if (names.length <= 2) return `introduced by ${listWords(names)}`;
  return `introduced by ${NUMBERS[names.length] ?? names.length} people`;
}
