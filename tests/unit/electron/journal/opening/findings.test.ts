import { describe, expect, it } from 'vitest';
import { noticeAfterRestore } from '../../../../../electron/journal/opening/findings';
import { noticeOf } from '../../../../../electron/journal/opening/notices';
import type { Finding } from '../../../../../shared/contract/recovery';

describe('what was found at the opening, after a whole backup was restored', () => {
  it('is not said to be missing any more, and where the file is kept still is', () => {
    const finding: Finding = {
      kind: 'fileDamaged',
      file: 'people.json',
      rescued: 7,
      expected: 8,
      lostLines: 1,
      keptAs: 'people.json.damaged-1',
    };
    expect(noticeOf(finding).message).toContain('is missing');
    expect(noticeAfterRestore(finding).message).toBe(
      'people.json was not whole when you opened this journal. You have restored a backup since. The file as it was is kept as people.json.damaged-1.',
    );
    expect(noticeAfterRestore({ kind: 'fileMissing', file: 'circles.json' }).message).toBe(
      'circles.json was not whole when you opened this journal. You have restored a backup since.',
    );
  });

  it('stays as it is where nothing was lost', () => {
    const finding: Finding = { kind: 'conflictCopy', file: 'people (conflict).json' };
    expect(noticeAfterRestore(finding)).toEqual(noticeOf(finding));
  });
});
