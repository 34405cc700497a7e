import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { inProject } from './paths';
import { runTool } from './run';

const folder = inProject('node_modules', 'electron');

/** Where the official executable lies, when it has been downloaded; null otherwise. */
export function officialElectron(): string | null {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executablePath = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executablePath) ? executablePath : null;
}

/**
 * Downloads the official Electron with the electron package's own installer, which checks its
 * hash. Throws with a short reason when its host cannot be reached or the download fails.
 */
export async function downloadOfficialElectron(): Promise<string> {
  const present = officialElectron();
  if (present !== null) return present;
  await checkHostAnswers();
  process.stdout.write('Downloading the official Electron.\n');
  const { code, output } = await runTool(['electron', 'install-electron'], [], { timeoutSeconds: 600 });
  const executablePath = officialElectron();
  if (code !== 0 || executablePath === null) throw new Error(lastLine(output) || 'the download failed');
  return executablePath;
}

/** A machine without access should find out in about three seconds, not in a download's time-out. */
async function checkHostAnswers(): Promise<void> {
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'];
  const proxy = process.env['HTTPS_PROXY'] ?? process.env['https_proxy'];
  const target = new URL(proxy || mirror || 'https://github.com');
  const port = Number(target.port) || (target.protocol === 'http:' ? 80 : 443);
  await new Promise<void>((resolve, reject) => {
    const socket = connect({ host: target.hostname, port, timeout: 3000 });
    const finish = (settle: () => void) => {
      socket.destroy();
      settle();
    };
    socket.once('connect', () => finish(resolve));
    socket.once('timeout', () => finish(() => reject(new Error(`${target.hostname} does not answer`))));
    socket.once('error', () => finish(() => reject(new Error(`${target.hostname} cannot be reached`))));
  });
  if (proxy || mirror) return;
  // The name may resolve to a gateway that accepts and then stays silent: ask for the page itself.
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const page = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
  const answer = await fetch(page, { method: 'HEAD', signal: AbortSignal.timeout(20_000) }).catch(() => null);
  if (answer === null || !answer.ok) throw new Error('its download page does not answer');
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
