import { createHash, randomBytes } from 'node:crypto';

/** One identifier of a forgotten person, with the journal's salt. */
export function hashIdentifier(salt: string, identifier: string): string {
  return createHash('sha256').update(`${salt}\n${identifier}`).digest('hex');
}

export function newSalt(): string {
  return randomBytes(16).toString('hex');
}
