import type { RapportApi } from '../../shared/contract/contract';

declare global {
  interface Window {
    /** Put there by the preload. Only `renderer/api` may use it. */
    readonly rapport: RapportApi;
  }
}
