import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { restrictContents } from '../../../../electron/security/navigation';
import { isAllowedRequest } from '../../../../electron/security/no-network';
import { isOwnPage } from '../../../../electron/security/origin';

const built = { devServer: null };
const dev = { devServer: 'http://localhost:5173' };

describe('isOwnPage', () => {
  it.each(['app://rapport/', 'app://rapport/index.html#/people', 'app://rapport/index.html?x'])(
    'knows %s',
    (url) => expect(isOwnPage(url, built)).toBe(true),
  );

  it.each([
    'app://rapport.evil.example/',
    'app://evil/rapport',
    'https://rapport/',
    'https://evil.example/?app://rapport/',
    'file:///app://rapport/',
    'about:blank',
    'data:text/html,x',
    'http://localhost:5173/',
    '',
  ])('does not take %j for it', (url) => expect(isOwnPage(url, built)).toBe(false));

  it('knows the reloading server, while developing, by its whole origin', () => {
    expect(isOwnPage('http://localhost:5173/index.html', dev)).toBe(true);
    expect(isOwnPage('http://localhost:51730/', dev)).toBe(false);
    expect(isOwnPage('http://localhost:5173@evil.example/', dev)).toBe(false);
  });
});

describe('isAllowedRequest', () => {
  it('lets the app read its own files and nothing else', () => {
    expect(isAllowedRequest('app://rapport/assets/a.js', built)).toBe(true);
    expect(isAllowedRequest('data:image/png;base64,AA==', built)).toBe(true);
    for (const url of [
      'https://example.com/',
      'http://127.0.0.1:80/',
      'ws://localhost:5173/',
      'file:///etc/passwd',
      'devtools://devtools/bundled/x.js',
      'ftp://example.com/',
      'app://elsewhere/a.js',
    ]) {
      expect([url, isAllowedRequest(url, built)]).toEqual([url, false]);
    }
  });

  it('lets the reloading server in while developing, and no other', () => {
    expect(isAllowedRequest('http://localhost:5173/main.tsx', dev)).toBe(true);
    expect(isAllowedRequest('ws://localhost:5173/', dev)).toBe(true);
    expect(isAllowedRequest('ws://localhost:9999/', dev)).toBe(false);
    expect(isAllowedRequest('https://example.com/', dev)).toBe(false);
  });
});

describe('restrictContents', () => {
  function restricted() {
    const onExternal = vi.fn<(url: string) => void>();
    let openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: typeof openHandler) => {
        openHandler = handler;
      },
    });
    restrictContents(contents as never, { page: built, onExternal });
    const emit = (name: string, ...args: unknown[]) => {
      const event = { preventDefault: vi.fn<() => void>() };
      contents.emit(name, Object.assign(event, args[1] ?? {}), args[0]);
      return event.preventDefault.mock.calls.length > 0;
    };
    return { onExternal, emit, open: (url: string) => openHandler({ url }) };
  }

  it('stays on its own page, and hands a link that leads out to the one who asks', () => {
    const { emit, onExternal } = restricted();
    expect(emit('will-navigate', 'app://rapport/index.html')).toBe(false);
    expect(emit('will-navigate', 'https://example.com/')).toBe(true);
    expect(onExternal.mock.calls).toEqual([['https://example.com/']]);
  });

  it('refuses redirects, frames and webviews without asking', () => {
    const { emit, onExternal } = restricted();
    expect(emit('will-redirect', 'https://example.com/')).toBe(true);
    expect(emit('will-frame-navigate', undefined, { isMainFrame: false })).toBe(true);
    expect(emit('will-attach-webview')).toBe(true);
    expect(onExternal).not.toHaveBeenCalled();
  });

  it('opens no window of any kind', () => {
    const { open, onExternal } = restricted();
    expect(open('https://example.com/')).toEqual({ action: 'deny' });
    expect(open('app://rapport/index.html')).toEqual({ action: 'deny' });
    expect(onExternal).toHaveBeenCalledTimes(2);
  });
});
