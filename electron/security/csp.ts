import type { PageOrigin } from './origin';

/**
 * What our page may load: its own files and nothing else. Styles may stand in the page, because Mantine sets its
 * variables that way; pictures may be `data:` URLs (people's pictures live in the journal). While developing, Vite's
 * own inline script and web socket are let in as well.
 */
export function contentSecurityPolicy(page: PageOrigin): string {
  const dev = page.devServer !== null;
  const directives: Record<string, string> = {
    'default-src': "'none'",
    'script-src': dev ? "'self' 'unsafe-inline'" : "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': dev ? `'self' ${webSocketOf(page)}` : "'self'",
    'worker-src': "'none'",
    'object-src': "'none'",
    'frame-src': "'none'",
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}

function webSocketOf(page: PageOrigin): string {
  return (page.devServer ?? '').replace(/^http/, 'ws').replace(/\/$/, '');
}
