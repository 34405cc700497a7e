import { describe, expect, it } from 'vitest';
import { externalUrl } from '../../../../electron/security/external-link';

describe('externalUrl', () => {
  it.each([
    ['https://example.com', 'https://example.com/'],
    ['  https://example.com/a?b=c#d ', 'https://example.com/a?b=c#d'],
    ['HTTPS://EXAMPLE.COM/A', 'https://example.com/A'],
    // Looks of a host are shown as they are, so that a lookalike is seen.
    ['https://exämple.com/ü', 'https://xn--exmple-cua.com/%C3%BC'],
    ['mailto:ada@example.com', 'mailto:ada@example.com'],
    [
      'mailto:ada@example.com?subject=Hello%20you&body=a%0Ab',
      'mailto:ada@example.com?subject=Hello%20you&body=a%0Ab',
    ],
  ])('opens %s', (given, opened) => {
    expect(externalUrl(given)).toBe(opened);
  });

  it.each([
    'http://example.com',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'file://server/share/x.exe',
    'smb://server/share',
    'ms-msdt:/id',
    'app://rapport/index.html',
    'vbscript:x',
    'blob:https://example.com/1',
    'view-source:https://example.com',
    'https://bank.example@evil.example/',
    'https://user:secret@example.com/',
    'https://',
    'https:///',
    'https://exam\tple.com',
    'https://example.com/a b',
    'https://example.com/\u0000',
    'mailto:',
    'mailto:ada@example.com?attach=/etc/passwd',
    'mailto:ada@example.com?bcc=eve@example.com',
    'mailto:ada@example.com?subject=a%0D%0Abcc:eve@example.com',
    'mailto:ada@example.com%0D%0Abcc:eve@example.com',
    'mailto:ada@example.com,eve@example.com',
    'mailto:not-an-address',
    'example.com',
    '//example.com',
    '',
  ])('refuses %j', (url) => {
    expect(externalUrl(url)).toBeNull();
  });
});
