import type { CommandLine, Session } from 'electron';
import { contentSecurityPolicy } from './csp';
import { isOwnPage, type PageOrigin, parseUrl } from './origin';

/** Chromium's own services that would speak to the network. The app has no use for any of them. */
const SWITCHES = [
  'disable-background-networking',
  'disable-client-side-phishing-detection',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-sync',
  'dns-prefetch-disable',
  'metrics-recording-only',
  'no-default-browser-check',
  'no-first-run',
  'no-pings',
  'no-proxy-server',
];

const FEATURES_OFF = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DnsOverHttps',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'Translate',
];

/** To be called before the app is ready: keeps Chromium itself from speaking to the network. */
export function switchOffNetwork(
  commandLine: Pick<CommandLine, 'appendSwitch' | 'getSwitchValue'>,
  page: PageOrigin,
): void {
  for (const name of SWITCHES) commandLine.appendSwitch(name);
  const given = commandLine.getSwitchValue('disable-features');
  const features = given === '' ? FEATURES_OFF : [given, ...FEATURES_OFF];
  commandLine.appendSwitch('disable-features', features.join(','));
  // No name resolves to anything; the reloading server while developing is on this machine.
  const except = page.devServer === null ? '' : ', EXCLUDE localhost, EXCLUDE 127.0.0.1';
  commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${except}`);
}

/**
 * Elsewhere than on macOS the spell checker fetches its dictionaries from the network, as soon as there is a session and
 * whatever its windows say about spelling.
 */
export function forgoDictionaries(
  session: Pick<Session, 'setSpellCheckerEnabled' | 'setSpellCheckerLanguages'>,
  platform: NodeJS.Platform,
): void {
  if (platform === 'darwin') return;
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}

/** Cancels every request of a session that is not for the app's own files. */
export function blockRequests(session: Pick<Session, 'webRequest'>, page: PageOrigin): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isAllowedRequest(details.url, page) });
  });
  if (page.devServer === null) return;
  // The built files carry their policy with them; the development server's pages get it here.
  session.webRequest.onHeadersReceived((details, answer) => {
    answer({
      responseHeaders: {
        ...details.responseHeaders,
        'content-security-policy': [contentSecurityPolicy(page)],
      },
    });
  });
}

/** Whether the page may ask for a URL: its own files, and data that it carries itself. */
export function isAllowedRequest(url: string, page: PageOrigin): boolean {
  if (isOwnPage(url, page)) return true;
  const parsed = parseUrl(url);
  if (!parsed) return false;
  if (parsed.protocol === 'data:' || parsed.protocol === 'blob:') return true;
  if (page.devServer === null) return false;
  // While developing: the developer tools' own files, and the server's web socket.
  if (parsed.protocol === 'devtools:') return true;
  return parsed.protocol === 'ws:' && parsed.host === parseUrl(page.devServer)?.host;
}
