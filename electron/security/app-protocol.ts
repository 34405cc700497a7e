import { extname, join, resolve, sep } from 'node:path';
import type { Protocol, ProtocolResponse } from 'electron';
import { contentSecurityPolicy } from './csp';
import { APP_HOST, APP_SCHEME, parseUrl } from './origin';

/** To be called before the app is ready: makes `app:` a standard, secure origin of its own. */
export function declareAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      // V8 keeps the compiled code of our own files; an Electron that does not know this yet compiles them each time.
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Chromium's numbers for its network errors (`net_error_list.h`). */
const FILE_NOT_FOUND = -6;
const METHOD_NOT_SUPPORTED = -322;

/** Serves the files of `folder` as `app://rapport/…`, and nothing beside it. Chromium reads them, in its own threads. */
export function serveApp(
  protocol: Pick<Protocol, 'registerFileProtocol'>,
  folder: string,
  onAsked: () => void,
): void {
  // Its successor `handle` wants a `Response`, for which Node loads all of its fetch: 200 ms of a start on a slow
  // computer, while the window waits for its first file.
  // oxlint-disable-next-line typescript/no-deprecated
  protocol.registerFileProtocol(APP_SCHEME, (request, answer) => {
    answer(answerTo(request, folder));
    onAsked();
  });
}

/** What Chromium gets for one request: the file to send with its type and the security headers, or why there is none. */
export function answerTo(request: { url: string; method: string }, folder: string): ProtocolResponse {
  if (request.method !== 'GET' && request.method !== 'HEAD') return { error: METHOD_NOT_SUPPORTED };
  const path = fileOf(request.url, folder);
  return path === null ? { error: FILE_NOT_FOUND } : { path, headers: headersFor(path) };
}

/** The file that a URL names, or null when it is not one of `folder`. */
export function fileOf(url: string, folder: string): string | null {
  const parsed = parseUrl(url);
  if (!parsed || parsed.protocol !== `${APP_SCHEME}:` || parsed.host !== APP_HOST) return null;
  const name = decoded(parsed.pathname);
  // A backslash or a colon means another folder or drive on Windows; NUL ends a path in C.
  if (name === null || /[\\:\0]/.test(name)) return null;
  const root = resolve(folder);
  const path = resolve(join(root, name === '/' ? 'index.html' : name));
  return path.startsWith(root + sep) && typeOf(path) !== undefined ? path : null;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    // A lone percent sign: no file of ours is named so.
    return null;
  }
}

/** The kinds of files that the renderer's build makes. Anything else is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

function typeOf(path: string): string | undefined {
  return TYPES[extname(path).toLowerCase()];
}

function headersFor(path: string): Record<string, string> {
  return { 'content-type': typeOf(path) ?? 'application/octet-stream', ...securityHeaders };
}

/**
 * No `cross-origin-opener-policy`: nothing can open a window beside ours (`navigation.ts`), and Chromium would start a
 * second process for the page and throw the first away.
 */
const securityHeaders = {
  'content-security-policy': contentSecurityPolicy({ devServer: null }),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};
