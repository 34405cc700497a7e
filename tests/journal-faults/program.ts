import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';
import { v7 as uuidV7 } from 'uuid';
import { diskFs } from '../../electron/journal/files/fs';
import { type ReadJournal, readJournal } from '../../electron/journal/opening/read-journal';
import { parseSaid, type Said } from './said';

/** Bundles the program that writes: 500 starts of it must not each compile the journal anew. Returns its path. */
export async function bundleWriter(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'writer.ts'),
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'writer.cjs' } },
    },
  });
  return join(folder, 'writer.cjs');
}

/** A program that was started, and what it says. */
export class Program {
  private readonly child: ChildProcess;
  private output = '';
  private readonly ended: Promise<number | null>;
  private readonly listeners = new Set<() => void>();

  constructor(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    this.child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    const hear = (chunk: Buffer): void => {
      this.output += chunk.toString('utf8');
      for (const listener of this.listeners) listener();
    };
    this.child.stdout?.on('data', hear);
    this.child.stderr?.on('data', hear);
    this.ended = new Promise((resolve, reject) => {
      this.child.on('error', reject);
      this.child.on('close', (code) => resolve(code));
    });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get said(): Said[] {
    return parseSaid(this.output);
  }

  /** All of its output, for the message of a test that fails. */
  get text(): string {
    return this.output;
  }

  /** Until it has said so many things of a kind, or has ended. */
  async until(kind: Said['kind'], count = 1): Promise<void> {
    const isSaid = (): boolean => this.said.filter((one) => one.kind === kind).length >= count;
    await Promise.race([
      this.ended,
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (isSaid()) resolve();
        };
        this.listeners.add(look);
        look();
      }),
    ]);
  }

  /** Its exit code; null: a signal ended it. */
  end(): Promise<number | null> {
    return this.ended;
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}

/** The journal as the next start would find it. Nothing is touched, no lock is taken. */
export function readFolder(folder: string): Promise<ReadJournal> {
  return readJournal({ fs: diskFs, folder, now: () => new Date(), newId: () => uuidV7() });
}
