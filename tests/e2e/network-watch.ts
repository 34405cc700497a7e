import { existsSync, readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { type ProcessId, remotePeers } from './processes';

/**
 * Everything that one start of the app asked for: the page's requests, the resources it loaded, Chromium's own log of its
 * network service (which also holds what no page asked for), and the sockets of its processes.
 */
export class NetworkWatch {
  private readonly found: string[] = [];

  /** `logFile`: what was given as `--log-net-log`. */
  constructor(private readonly logFile: string) {}

  watch(context: BrowserContext): void {
    context.on('request', (request) => this.note('requested', request.url()));
    context.on('page', (page) => page.on('websocket', (socket) => this.note('web socket', socket.url())));
  }

  /** What was asked for before anybody watched. To be called while the page is there. */
  async noteLoaded(page: Page): Promise<void> {
    const urls = await page.evaluate(() => [
      location.href,
      ...performance.getEntriesByType('resource').map(({ name }) => name),
    ]);
    for (const url of urls) this.note('requested', url);
  }

  noteSockets(processes: readonly ProcessId[]): void {
    this.found.push(...remotePeers(processes).map((peer) => `network: a socket to ${peer}`));
  }

  /** What went or was to go anywhere else than to the app's own files. To be called after the end. */
  findings(): string[] {
    const logged = readNetLog(this.logFile).flatMap(({ type, params }) => {
      if (!SPEAKING.has(type)) return [];
      const target = params['url'] ?? params['host'] ?? params['address'] ?? params['address_list'];
      return target === undefined ? [] : [`network: ${type} ${JSON.stringify(target)}`];
    });
    return [...new Set([...this.found, ...logged])];
  }

  private note(how: string, url: string): void {
    if (!isOwn(url)) this.found.push(`network: ${how} ${url}`);
  }
}

function isOwn(url: string): boolean {
  const { protocol, host } = new URL(url);
  return (protocol === 'app:' && host === 'rapport') || protocol === 'data:' || protocol === 'blob:';
}

/** The events of Chromium's log in which something is asked of the network. */
const SPEAKING: ReadonlySet<string> = new Set([
  'REQUEST_ALIVE',
  'CORS_REQUEST',
  'URL_REQUEST_START_JOB',
  'HOST_RESOLVER_MANAGER_REQUEST',
  'HOST_RESOLVER_MANAGER_JOB',
  'HOST_RESOLVER_SYSTEM_TASK',
  'DNS_TRANSACTION',
  'TCP_CONNECT',
  'TCP_CONNECT_ATTEMPT',
  'UDP_CONNECT',
  'WEBSOCKET_REQUEST',
]);

export interface NetEvent {
  type: string;
  params: Record<string, unknown>;
}

/** Chromium's log, one event a line. The last line of a program that was killed may be cut short. */
export function readNetLog(file: string): NetEvent[] {
  if (!existsSync(file)) throw new Error(`Chromium wrote no network log to ${file}.`);
  const [head = '', ...lines] = readFileSync(file, 'utf8').split('\n');
  const names = eventNames(head);
  return lines.flatMap((line) => {
    const event = parse(line.replace(/(\]\}|,)?\s*$/, ''));
    if (event === null) return [];
    const params = event['params'];
    return [
      {
        type: names.get(Number(event['type'])) ?? String(event['type']),
        params: isObject(params) ? params : {},
      },
    ];
  });
}

function eventNames(head: string): Map<number, string> {
  const constants = parse(`${head.replace(/,\s*$/, '')}}`)?.['constants'];
  const types = isObject(constants) ? constants['logEventTypes'] : null;
  if (!isObject(types)) throw new Error('The network log says no names of events.');
  return new Map(Object.entries(types).map(([name, code]) => [Number(code), name]));
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
