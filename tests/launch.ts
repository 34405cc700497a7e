import { _electron, type ElectronApplication, errors } from '@playwright/test';

type Options = NonNullable<Parameters<typeof _electron.launch>[0]>;

const TRIES = 3;
/** A start takes a second; ten times that on a computer that is busy with something else. */
const TIMEOUT_MS = 20_000;

/**
 * Starts the app for a test or a benchmark. Playwright attaches a debugger while Electron 25 starts, and in a few of a
 * hundred starts one waits for the other for ever; without a debugger none of them does. Such a start is ended and made again.
 */
export async function launchElectron(options: Options): Promise<ElectronApplication> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await _electron.launch({ ...options, timeout: TIMEOUT_MS });
    } catch (error) {
      if (!(error instanceof errors.TimeoutError) || attempt === TRIES) throw error;
    }
  }
}
