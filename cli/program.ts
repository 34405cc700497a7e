import { diskFailure } from '../electron/journal/files/durable-file';
import { FailureError } from '../electron/journal/files/failure-error';
import { errorCode, errorPath } from '../electron/journal/files/fs';
import { type Options, readArguments, type Request } from './arguments';
import { backUp } from './backup';
import { check } from './check';
import { type ExitCode, exitCodes, Stop, stopFor } from './exit-codes';
import { exportAll } from './export';
import { helpOf } from './help';
import { restore } from './restore';
import { show } from './show';
import type { World } from './world';

/** Does what the words ask for and says how it went. Never throws. */
export async function runProgram(words: readonly string[], world: World): Promise<ExitCode> {
  let request: Request | null = null;
  try {
    request = readArguments(words);
    return await answer(request, world);
  } catch (error) {
    const stop = stopOf(error);
    world.warn(`${stop.message}\n`);
    if (request && 'options' in request && wantsJson(request)) await world.print(jsonOf(stop));
    return stop.exitCode;
  }
}

async function answer(request: Request, world: World): Promise<ExitCode> {
  switch (request.kind) {
    case 'help':
      await world.print(helpOf(request.of));
      return exitCodes.fine;
    case 'nothing':
      world.warn(helpOf(null));
      return exitCodes.wrongUsage;
    case 'version':
      await world.print(`rapport ${world.version}\n`);
      return exitCodes.fine;
    case 'check':
      return check(request.options, world);
    case 'show':
      return show(request.name, request.options, world);
    case 'backup':
      return backUp(request.options, world);
    case 'restore':
      return restore(request.file, request.options, world);
    case 'export':
      return exportAll(request.options, world);
  }
}

function stopOf(error: unknown): Stop {
  if (error instanceof Stop) return error;
  if (error instanceof FailureError) return stopFor(error.failure);
  if (errorCode(error) !== null) return stopFor(diskFailure(error, errorPath(error) ?? 'the disk'));
  return stopFor({
    kind: 'unexpected',
    detail: error instanceof Error ? `${error.message}.` : String(error),
  });
}

/** An export that was cut off is no document any more: it ends as it is. */
function wantsJson(request: Request & { options: Options }): boolean {
  return request.options.json && request.kind !== 'export';
}

function jsonOf({ code, message }: Stop): string {
  return `${JSON.stringify({ format: 'rapport-error', version: 1, code, message }, null, 2)}\n`;
}
