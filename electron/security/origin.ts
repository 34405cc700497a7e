/** The app's own origin. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'rapport';
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/index.html`;

/** Where our page comes from: the built files, or while developing a server on this machine that reloads it. */
export interface PageOrigin {
  /** Such as `http://localhost:5173`; null in a build. */
  devServer: string | null;
}

export function pageUrl(page: PageOrigin): string {
  return page.devServer ?? APP_URL;
}

/** Whether a URL is a page of the app itself. */
export function isOwnPage(url: string, page: PageOrigin): boolean {
  const parsed = parseUrl(url);
  if (!parsed) return false;
  if (parsed.protocol === `${APP_SCHEME}:`) return parsed.host === APP_HOST;
  return page.devServer !== null && parsed.origin === parseUrl(page.devServer)?.origin;
}

/** The parsed URL, or null when it is none. */
export function parseUrl(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    // Not a URL: that is the answer, not a failure.
    return null;
  }
}
