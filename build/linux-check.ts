/**
 * What Electron needs from a Linux system: shared libraries, a font, a display. As root with apt-get
 * what is missing is installed; otherwise the one command that installs it is printed.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { run } from './run';
import { startVirtualDisplay } from './virtual-display';

/** How to start Electron on this desktop. */
export interface Desktop {
  /** To be put before the app's own arguments. */
  electronArgs: string[];
  env: NodeJS.ProcessEnv;
  /** Ends the virtual display, when one was started. */
  close: () => void;
}

interface Need {
  /** Debian's package, and its name since the 64-bit time change (Debian 13, Ubuntu 24.04). */
  packages: readonly [name: string, newerName?: string];
  present: () => boolean;
}

/** Checks the system, repairs it where that is allowed, and finds or starts a display. */
export async function prepareDesktop(): Promise<Desktop> {
  if (process.platform !== 'linux') return { electronArgs: [], env: {}, close: () => undefined };

  const hasDisplay = Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
  await provide(await missingPackages(hasDisplay), hasDisplay);

  const electronArgs: string[] = [];
  if (isRoot()) {
    process.stdout.write('Running as root: Electron is started with --no-sandbox.\n');
    electronArgs.push('--no-sandbox');
  }
  if (hasDisplay) return { electronArgs, env: {}, close: () => undefined };
  const display = await startVirtualDisplay();
  process.stdout.write(`No display: running under Xvfb (${display.name}).\n`);
  // There is no graphics card behind it: Chromium's graphics process would start, fail, and now and then the start with it.
  electronArgs.push('--disable-gpu');
  return { electronArgs, env: display.env, close: display.close };
}

/**
 * Chromium refuses to start without its sandbox. Where the system forbids unprivileged user
 * namespaces (Ubuntu 24.04), the helper beside the executable needs root's set-uid bit.
 */
export function explainMissingSandbox(executablePath: string): void {
  if (process.platform !== 'linux' || isRoot()) return;
  const restricted =
    readSwitch('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    readSwitch('/proc/sys/kernel/unprivileged_userns_clone') === '0';
  if (!restricted) return;
  const helper = join(dirname(executablePath), 'chrome-sandbox');
  if (existsSync(helper) && statSync(helper).uid === 0 && (statSync(helper).mode & 0o4000) !== 0) return;
  process.stdout.write(
    'This system forbids the sandbox Electron uses. If it does not start, run once:\n' +
      `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\n`,
  );
}

const readSwitch = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8').trim() : '');

const isRoot = (): boolean => process.getuid?.() === 0;

async function missingPackages(hasDisplay: boolean): Promise<Need[]> {
  const libraries = await installedLibraries();
  const library = (soname: string, ...packages: [string, string?]): Need => ({
    packages,
    present: () => libraries === null || libraries.includes(soname),
  });
  const program = (name: string, packageName: string): Need => ({
    packages: [packageName],
    present: () => hasDisplay || onPath(name),
  });
  const needs: Need[] = [
    library('libgtk-3.so.0', 'libgtk-3-0', 'libgtk-3-0t64'),
    library('libnss3.so', 'libnss3'),
    library('libasound.so.2', 'libasound2', 'libasound2t64'),
    library('libgbm.so.1', 'libgbm1'),
    library('libXss.so.1', 'libxss1'),
    library('libXtst.so.6', 'libxtst6'),
    library('libatspi.so.0', 'libatspi2.0-0', 'libatspi2.0-0t64'),
    library('libsecret-1.so.0', 'libsecret-1-0'),
    { packages: ['fonts-dejavu-core'], present: hasFont },
    program('Xvfb', 'xvfb'),
    program('xauth', 'xauth'),
  ];
  return needs.filter((need) => !need.present());
}

/** The dynamic linker's list; null where it cannot be read, and then nothing is claimed missing. */
async function installedLibraries(): Promise<string | null> {
  for (const ldconfig of ['/sbin/ldconfig', '/usr/sbin/ldconfig', 'ldconfig']) {
    const { code, output } = await run(ldconfig, ['-p']);
    if (code === 0) return output;
  }
  return null;
}

const onPath = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

function hasFont(): boolean {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.fonts')];
  folders.push(join(homedir(), '.local/share/fonts'));
  return folders.some(
    (folder) =>
      existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => isFont(String(file))),
  );
}

const isFont = (file: string): boolean => /\.(ttf|ttc|otf|pfb)$/i.test(file);

async function provide(missing: readonly Need[], hasDisplay: boolean): Promise<void> {
  if (missing.length === 0) return;
  const install = ['install', '-y', '--no-install-recommends'];
  if (!onPath('apt-get')) {
    throw new Error(`Electron needs what Debian calls: ${missing.map((need) => need.packages[0]).join(' ')}`);
  }
  if (!isRoot()) {
    const names = await packageNames(missing);
    throw new Error(
      `Some system packages are missing. Run:\n  sudo apt-get update && sudo apt-get ${install.join(' ')} ${names.join(' ')}`,
    );
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  const names = await packageNames(missing);
  process.stdout.write(`Installing system packages: ${names.join(' ')}\n`);
  const { code, output } = await run('apt-get', ['-q', ...install, ...names], { env });
  const still = await missingPackages(hasDisplay);
  if (still.length > 0) {
    const which = still.map((need) => need.packages[0]).join(' ');
    throw new Error(`apt-get could not provide ${which} (exit code ${code}):\n${output}`);
  }
}

async function packageNames(needs: readonly Need[]): Promise<string[]> {
  const names = needs.map(async ({ packages: [name, newerName] }) => {
    if (newerName === undefined) return name;
    const { code } = await run('apt-cache', ['show', newerName]);
    return code === 0 ? newerName : name;
  });
  return Promise.all(names);
}
