import type { RapportApi } from '../../shared/contract/contract';

declare global {
  interface Window {
    /** What the preload gives the page; for `page.evaluate`. */
    readonly rapport: RapportApi;
  }
}
