/** For Playwright's `_electron.launch`: tests and benchmarks start the app with these. */
export interface LaunchOptions {
  executablePath: string;
  /** To be put before the app's own arguments. */
  args: string[];
}

/** What `npm test`, `npm run e2e` and `npm run bench` prepared. Throws when started in another way. */
export function launchOptions(env: NodeJS.ProcessEnv = process.env): LaunchOptions {
  const executablePath = env['RAPPORT_ELECTRON'];
  const args: unknown = JSON.parse(env['RAPPORT_ELECTRON_ARGS'] ?? 'null');
  if (!executablePath || !Array.isArray(args)) {
    throw new Error('No Electron was prepared: start this with "npm run e2e" or "npm run bench".');
  }
  return { executablePath, args: args.map(String) };
}
