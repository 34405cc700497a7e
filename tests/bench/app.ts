import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { type LaunchOptions, launchOptions } from '../../build/launch-options';
import { launchElectron } from '../launch';

/** A home of its own, so that a benchmark neither sees nor touches anyone's journal. */
export function launchApp(
  home: string,
  options: LaunchOptions = launchOptions(),
): Promise<ElectronApplication> {
  return launchElectron({
    executablePath: options.executablePath,
    args: [...options.args, `--user-data-dir=${join(home, 'settings')}`],
    env: { ...withoutUndefined(process.env), HOME: home },
  });
}

function withoutUndefined(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

const BARE_MAIN = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 860 }).loadFile('index.html'));
`;

/** An Electron with nothing in it but one window with one heading: what no start can be quicker than. */
export function bareElectron(scratch: string): LaunchOptions {
  const { executablePath, args } = launchOptions();
  const app = mkdtempSync(join(scratch, 'bare-'));
  writeFileSync(join(app, 'package.json'), '{ "name": "bare", "main": "main.js" }');
  writeFileSync(join(app, 'main.js'), BARE_MAIN);
  writeFileSync(join(app, 'index.html'), '<!doctype html><title>bare</title><h1>bare</h1>');
  const project = args.find((arg) => existsSync(join(arg, 'package.json')));
  if (project !== undefined)
    return { executablePath, args: args.map((arg) => (arg === project ? app : arg)) };
  // This Electron takes its app from the folder beside it: it gets a twin beside another app.
  const twin = join(scratch, 'bare-electron');
  twinFolder(dirname(executablePath), twin);
  cpSync(app, join(twin, 'resources', 'app'), { recursive: true });
  return { executablePath: join(twin, basename(executablePath)), args };
}

/** The same files under another path: linked where the file system allows it, otherwise copied. */
function twinFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) twinFolder(source, target);
    else if (entry.isFile()) linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  rmSync(target, { force: true });
  try {
    linkSync(source, target);
  } catch {
    // Another file system.
    cpSync(source, target);
  }
}
