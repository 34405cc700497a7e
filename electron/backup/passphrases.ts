import { randomInt } from 'node:crypto';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as commonWords } from '@zxcvbn-ts/language-common';
import { dictionary as englishWords } from '@zxcvbn-ts/language-en';
import type { PassphraseStrength } from '../../shared/contract/backup';

/** Six words of 2,048, drawn by lot: one in 7 × 10¹⁹. */
const WORDS = 6;
/** Long texts are strong enough, and would take long to judge. */
const JUDGED_LENGTH = 100;
/**
 * Guesses a second against the slow key of a backup: a fast computer makes about two, each wants a quarter of a gigabyte of
 * memory. This is somebody with some thousands of them.
 */
const GUESSES_PER_SECOND = 10_000;
const YEAR_SECONDS = 365.25 * 86_400;

let judge: ZxcvbnFactory | null = null;

export function suggestPassphrase(): string {
  return Array.from({ length: WORDS }, () => wordlist[randomInt(wordlist.length)]).join(' ');
}

/** How long a passphrase would hold, by zxcvbn: it knows words, names, patterns and how people alter them. */
export function strengthOf(passphrase: string): PassphraseStrength {
  judge ??= new ZxcvbnFactory({
    dictionary: { ...commonWords, ...englishWords },
    graphs: adjacencyGraphs,
  });
  const { guessesLog10 } = judge.check(passphrase.slice(0, JUDGED_LENGTH));
  const years = 10 ** Math.min(300, guessesLog10) / 2 / GUESSES_PER_SECOND / YEAR_SECONDS;
  if (years < 1) return { level: 'weak', years };
  return { level: years < 1_000 ? 'fair' : 'strong', years: Math.min(years, 1e12) };
}
