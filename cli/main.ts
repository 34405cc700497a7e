/** The command `rapport`: the program, with what this computer gives it. */
import { execFile } from 'node:child_process';
import { homedir } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { promisify } from 'node:util';
import { v7 as uuidV7 } from 'uuid';
import { diskFs } from '../electron/journal/files/fs';
import { exitCodes } from './exit-codes';
import { runProgram } from './program';
import type { World } from './world';

/** Put in by the build, from package.json. */
declare const RAPPORT_VERSION: string;

const world: World = {
  fs: diskFs,
  now: () => new Date(),
  newId: () => uuidV7(),
  env: process.env,
  platform: process.platform,
  home: homedir(),
  workingFolder: process.cwd(),
  version: RAPPORT_VERSION,
  windowsDocuments,
  print,
  warn: (text) => process.stderr.write(text),
  ask: process.stdin.isTTY ? ask : null,
};

// Whoever was reading has seen enough: `rapport export --json | head`.
process.stdout.on('error', () => process.exit(exitCodes.unreachable));

void runProgram(process.argv.slice(2), world).then((code) => (process.exitCode = code));

function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve());
  });
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // The end of the input (Ctrl+D) is an answer too: none.
  const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  try {
    return await Promise.race([terminal.question(question), ended]);
  } finally {
    terminal.close();
  }
}

/** They may lie on another disk or in OneDrive: only Windows knows. */
async function windowsDocuments(): Promise<string | null> {
  const script =
    "[Console]::OutputEncoding = [Text.Encoding]::UTF8; [Environment]::GetFolderPath('MyDocuments')";
  try {
    const args = ['-NoProfile', '-NonInteractive', '-Command', script];
    const { stdout } = await promisify(execFile)('powershell.exe', args, { windowsHide: true });
    return stdout.trim() || null;
  } catch {
    // No PowerShell: the usual place must do.
    return null;
  }
}
