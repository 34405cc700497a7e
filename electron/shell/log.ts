/** What is written to the log file. Lines never hold anything of the journal: see `traceOf`. */
export interface Log {
  info(line: string): void;
  error(line: string, error?: unknown): void;
}

export interface LogSink {
  info(line: string): void;
  error(line: string): void;
}

/** A log whose code is loaded at the first line. Lines that come meanwhile are written in their order. */
export function createLog(openSink: () => Promise<LogSink>): Log {
  let sink: Promise<LogSink> | null = null;
  const write = (use: (sink: LogSink) => void): void => {
    sink ??= openSink();
    // A log that cannot be written has nowhere to say so, and is no reason to stop.
    void sink.then(use).catch(() => undefined);
  };
  return {
    info: (line) => write((to) => to.info(line)),
    error: (line, error) => {
      const text = error === undefined ? line : `${line}: ${traceOf(error)}`;
      write((to) => to.error(text));
    },
  };
}

/**
 * What may be written down of an error: its class, its code, and where it came from. Not its message: messages quote
 * what they are about (a JSON error quotes the text), and that may be the user's words.
 */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}${code}`, ...frames].join('\n');
}

/** electron-log, writing to one file that is rotated at a megabyte. */
export async function openLogFile(path: string): Promise<LogSink> {
  const { default: log } = await import('electron-log/node.js');
  log.transports.file.resolvePathFn = () => path;
  log.transports.file.level = 'info';
  log.transports.console.level = false;
  return { info: (line) => log.info(line), error: (line) => log.error(line) };
}
