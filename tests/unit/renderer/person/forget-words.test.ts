import { describe, expect, it } from 'vitest';
import { forgetLists } from '../../../../renderer/features/person/forget/forget-words';
import type { ForgetPreview } from '../../../../shared/contract/forget';

const preview: ForgetPreview = {
  name: 'Maya Okonjo',
  entriesGone: 0,
  entriesKept: 0,
  promises: 0,
  introductions: 0,
  mentions: 0,
  drafts: [],
  setAside: 0,
  backups: [],
  otherJournals: [],
  unreachable: [],
  sharedNames: [],
};

function linesOf(title: string, changes: Partial<ForgetPreview>): string[] {
  return forgetLists({ ...preview, ...changes }).find((list) => list.title === title)?.lines ?? [];
}

describe('what is said before somebody is forgotten', () => {
  it('names the backups of other journals among what is out of reach, and says nothing of none', () => {
    expect(linesOf('Out of reach', {})).toHaveLength(1);
    expect(linesOf('Out of reach', { otherJournals: ['a.rapport', 'b.rapport'] })).toContain(
      'Backups of another journal, which stay as they are: a.rapport and b.rapport.',
    );
  });

  it('names each backup that is deleted, and why', () => {
    const backups = [
      { fileName: 'a.rapport.age', fate: 'rewritten' as const },
      { fileName: 'b.rapport.age', fate: 'encrypted' as const },
      { fileName: 'c.rapport', fate: 'damaged' as const },
    ];
    expect(linesOf('Backups', { backups })).toEqual([
      '1 backup written anew without them.',
      '1 encrypted backup is deleted, because it cannot be opened without the passphrase: b.rapport.age.',
      '1 damaged backup is deleted, because it cannot be read: c.rapport.',
    ]);
  });

  it('names a backup once that goes in two places', () => {
    const backups = [
      { fileName: 'a.rapport.age', fate: 'encrypted' as const },
      { fileName: 'b.rapport.age', fate: 'encrypted' as const },
      { fileName: 'a.rapport.age', fate: 'encrypted' as const },
    ];
    expect(linesOf('Backups', { backups })).toEqual([
      '3 encrypted backups are deleted, because they cannot be opened without the passphrase: a.rapport.age (in 2 places) and b.rapport.age.',
    ]);
  });
});
