import type { App, WebContents } from 'electron';
import { isOwnPage, type PageOrigin } from './origin';

export interface NavigationOptions {
  page: PageOrigin;
  /** A link that leads out of the app was followed: asks, then opens it in the browser, or refuses. */
  onExternal: (url: string) => void;
}

/** Keeps every web contents on our page: no other page, no new window, no webview. */
export function restrictNavigation(app: Pick<App, 'on'>, options: NavigationOptions): void {
  app.on('web-contents-created', (_event, contents) => restrictContents(contents, options));
}

export function restrictContents(
  contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>,
  options: NavigationOptions,
): void {
  contents.on('will-navigate', (event, url) => {
    if (isOwnPage(url, options.page)) return;
    event.preventDefault();
    options.onExternal(url);
  });
  // Redirects and frames are never the user's doing here: they are refused without asking.
  contents.on('will-redirect', (event, url) => {
    if (!isOwnPage(url, options.page)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    options.onExternal(url);
    return { action: 'deny' };
  });
}
