import type { App } from 'electron';

/** Whether this is the only Rapport with this user data. A second one makes the first show itself, and ends. */
export function isFirstInstance(app: Pick<App, 'requestSingleInstanceLock'>): boolean {
  return app.requestSingleInstanceLock();
}

/** Another start of Rapport: show the window, or, when we are about to end, start again afterwards. */
export function onSecondInstance(
  app: Pick<App, 'on' | 'relaunch'>,
  options: { isQuitting: () => boolean; show: () => void },
): void {
  let willRelaunch = false;
  app.on('second-instance', () => {
    if (!options.isQuitting()) {
      options.show();
    } else if (!willRelaunch) {
      willRelaunch = true;
      app.relaunch();
    }
  });
}
