import { describe, expect, it } from 'vitest';
import { deletionWords } from '../../../../renderer/features/person/page/deletion-words';
import { introducedWords } from '../../../../renderer/features/person/page/words';
import { addressOf } from '../../../../renderer/features/person/side/address';

describe('what deleting takes along', () => {
  it('says what goes and what stays', () => {
    expect(deletionWords({ entriesDeleted: 25, entriesKept: 4, promisesDeleted: 11 })).toBe(
      'Takes 25 entries and 11 promises along. 4 entries with others stay.',
    );
    expect(deletionWords({ entriesDeleted: 1, entriesKept: 1, promisesDeleted: 0 })).toBe(
      'Takes 1 entry along. 1 entry with others stays.',
    );
    expect(deletionWords({ entriesDeleted: 0, entriesKept: 0, promisesDeleted: 0 })).toBe(
      'Nothing else goes with it.',
    );
  });
});

it('names one or two introducers and counts more', () => {
  expect(introducedWords([])).toBe('');
  expect(introducedWords(['Tom', 'Ruth'])).toBe('introduced by Tom and Ruth');
  expect(introducedWords(['Tom', 'Ruth', 'Ann'])).toBe('introduced by three people');
});

describe('what may be opened outside', () => {
  it.each([
    ['email', 'maya@example.org', 'mailto:maya@example.org'],
    ['web', 'https://example.org/a', 'https://example.org/a'],
    ['social', 'linkedin.com/in/maya', 'https://linkedin.com/in/maya'],
  ] as const)('%s %s', (kind, value, address) => expect(addressOf({ kind, value })).toBe(address));

  it.each([
    ['email', 'maya'],
    ['email', 'a@b.c?bcc=<script>'],
    ['phone', '+44 1632 960114'],
    ['web', 'javascript:alert(1)'],
    ['web', 'http://example.org'],
    ['social', '@maya'],
  ] as const)('only copies %s %s', (kind, value) => expect(addressOf({ kind, value })).toBeNull());
});
