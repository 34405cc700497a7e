import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../../electron/security/csp';

function directives(policy: string): Map<string, string> {
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );
}

describe('contentSecurityPolicy', () => {
  it('lets a build load its own files only', () => {
    const policy = directives(contentSecurityPolicy({ devServer: null }));
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('connect-src')).toBe("'self'");
    expect(policy.get('img-src')).toBe("'self' data:");
    for (const name of ['object-src', 'frame-src', 'frame-ancestors', 'base-uri', 'form-action']) {
      expect(policy.get(name)).toBe("'none'");
    }
  });

  it('never allows evaluated code or another host', () => {
    for (const devServer of [null, 'http://localhost:5173']) {
      expect(contentSecurityPolicy({ devServer })).not.toMatch(/unsafe-eval|https:|\*/);
    }
  });

  it('lets the reloading server in while developing', () => {
    const policy = directives(contentSecurityPolicy({ devServer: 'http://localhost:5173/' }));
    expect(policy.get('connect-src')).toBe("'self' ws://localhost:5173");
    expect(policy.get('script-src')).toContain("'unsafe-inline'");
  });
});
