/** The built command as a script would run it, with a home of its own so that nothing of this computer is touched. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { commandFile } from '../../build/command-line';
import { appDataFolder } from '../../cli/places';
import { valueOrThrow } from '../../electron/journal/journal-store';
import { openSample } from '../../electron/journal/opening/new-journal';
import { addPerson, newStore, tempFolder, testOptions } from '../unit/electron/journal/temp-journal';

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** A folder that stands for a user's computer: their home, with the app's settings in it when it has any. */
export class Computer {
  readonly home = tempFolder();
  readonly journal = join(this.home, 'Journal');
  readonly backups = join(this.home, 'Backups');
  private readonly env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    SystemRoot: process.env['SystemRoot'],
    HOME: this.home,
    USERPROFILE: this.home,
    APPDATA: join(this.home, 'AppData', 'Roaming'),
    XDG_CONFIG_HOME: '',
    TZ: 'UTC',
  };

  constructor() {
    this.settings({ journalFolder: this.journal, backupFolder: this.backups });
  }

  settings(settings: object | string): void {
    const folder = appDataFolder({ platform: process.platform, env: this.env, home: this.home });
    mkdirSync(folder, { recursive: true });
    const text = typeof settings === 'string' ? settings : JSON.stringify(settings);
    writeFileSync(join(folder, 'settings.json'), text);
  }

  run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
    const options = { cwd: this.home, env: { ...this.env, ...env }, maxBuffer: 1 << 28 };
    return new Promise((resolve, reject) => {
      const child = execFile(process.execPath, [commandFile, ...args], options, (error, out, err) => {
        const code = error ? Number(error.code) : 0;
        // Whatever happens, nobody is shown where in our code.
        if (/^\s+at .*:\d+:\d+/m.test(err)) reject(new Error(`There is a stack trace: ${err}`));
        else resolve({ code, out, err });
      });
      child.stdin?.end();
    });
  }

  /** Runs it with --json and reads what it said. */
  async json(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<{ code: number; json: Json }> {
    const { code, out } = await this.run([...args, '--json'], env);
    return { code, json: jsonOf(out) };
  }

  backupNames(): string[] {
    return filesIn(this.backups).filter((name) => name.endsWith('.rapport') || name.endsWith('.age'));
  }
}

const Json = z.record(z.string(), z.unknown());
type Json = z.infer<typeof Json>;

export function jsonOf(text: string): Json {
  return Json.parse(JSON.parse(text));
}

/** What lies in a document on this way; undefined when it leads nowhere. */
export function at(value: unknown, ...way: string[]): unknown {
  return way.reduce<unknown>((inner, step) => {
    const fields = typeof inner === 'object' && inner !== null ? Object.entries(inner) : [];
    return fields.find(([name]) => name === step)?.[1];
  }, value);
}

export function textAt(value: unknown, ...way: string[]): string {
  return z.string().parse(at(value, ...way));
}

/** A computer whose journal has these people, with all of it in the volumes. */
export async function computerWith(...people: string[]): Promise<Computer> {
  const computer = new Computer();
  const store = await newStore(computer.journal);
  for (const name of people) await addPerson(store, name);
  valueOrThrow(await store.close());
  return computer;
}

/** A computer whose journal is the sample: a year and a half of sixty people. */
export async function computerWithSample(): Promise<Computer> {
  const computer = new Computer();
  const options = { ...testOptions(computer.journal), now: () => new Date() };
  valueOrThrow(await valueOrThrow(await openSample(options)).close());
  return computer;
}

/** Every file in a folder, with the folders below it. */
export function filesIn(folder: string, prefix = ''): string[] {
  return readdirSync(join(folder, prefix)).flatMap((name) => {
    const path = prefix === '' ? name : `${prefix}/${name}`;
    return statSync(join(folder, path)).isDirectory() ? filesIn(folder, path) : [path];
  });
}

/** What a folder holds, to see that nothing of it was changed. */
export function contentOf(folder: string): Record<string, string> {
  const hash = (file: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
  return Object.fromEntries(filesIn(folder).map((file) => [file, hash(file)]));
}

/** Alters a file as a disk, a program or a person might. */
export function alter(path: string, change: (bytes: Buffer) => Uint8Array | string): void {
  writeFileSync(path, change(readFileSync(path)));
}

export function flipBit(bytes: Buffer, at: number): Buffer {
  const flipped = Buffer.from(bytes);
  flipped.writeUInt8(flipped.readUInt8(at) ^ 0x10, at);
  return flipped;
}
