import { spawn, type SpawnOptions } from 'node:child_process';
import { packageBin, projectRoot } from './paths';

export interface Finished {
  /** Exit code; 1 when a signal ended it, 127 when it could not be started. */
  code: number;
  /** Standard output and error, interleaved; empty when they were shown directly. */
  output: string;
}

export interface RunOptions {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Show the output as it comes instead of collecting it. */
  show?: boolean;
  /** Ended with SIGTERM when it takes longer. */
  timeoutSeconds?: number;
}

/** Runs a program to its end. Never rejects: a program that cannot start is a failure with code 127. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const spawnOptions: SpawnOptions = {
    cwd: options.cwd ?? projectRoot,
    env: { ...process.env, ...options.env },
    stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    ...(options.timeoutSeconds === undefined ? {} : { timeout: options.timeoutSeconds * 1000 }),
  };
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const child = spawn(program, args, spawnOptions);
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** Runs the command of an installed package with this Node.js, the same way on every platform. */
export function runTool(
  tool: string | readonly [packageName: string, command: string],
  args: readonly string[],
  options?: RunOptions,
): Promise<Finished> {
  const script = typeof tool === 'string' ? packageBin(tool) : packageBin(tool[0], tool[1]);
  return run(process.execPath, [script, ...args], options);
}

/** Runs one of our own TypeScript files. */
export function runScript(file: string, args: readonly string[], options?: RunOptions): Promise<Finished> {
  return runTool('tsx', [file, ...args], options);
}
