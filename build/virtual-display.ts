import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';

export interface VirtualDisplay {
  name: string;
  env: NodeJS.ProcessEnv;
  close: () => void;
}

/**
 * Starts an X server without a screen. Not `xvfb-run`: that guesses a free display number, and two
 * runs at once guess the same one. Here the server picks it. Only holders of the cookie may connect.
 */
export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-display-'));
  const authority = join(folder, 'Xauthority');
  const cookie = randomBytes(16).toString('hex');
  await run('xauth', ['-q', '-f', authority, 'add', ':0', '.', cookie]);

  const args = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-auth', authority];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const close = (): void => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', close);
  // A signal ends Node.js without the event above, which would leave the server behind.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

  const name = `:${await displayNumber(server)}`;
  await run('xauth', ['-q', '-f', authority, 'add', name, '.', cookie]);
  return { name, env: { DISPLAY: name, XAUTHORITY: authority }, close };
}

/** Xvfb writes the number it took to the pipe once it is ready. */
function displayNumber(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    server.stdio[3]?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if (text.includes('\n')) resolve(text.trim());
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended before it was ready (code ${code})`)));
  });
}
