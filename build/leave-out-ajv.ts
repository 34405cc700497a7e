import type { Plugin } from 'vite';

const LEFT_OUT: ReadonlySet<string> = new Set(['ajv/dist/2020.js', 'ajv-formats']);
const STAND_IN = '\0left-out-ajv';

/**
 * Leaves ajv out of the bundle. conf, under electron-store, checks settings with it when it is given a schema; ours are
 * checked with zod (`electron/shell/settings-file.ts`), and reading ajv would hold up the main process for several
 * frames at the first write.
 */
export function leaveOutAjv(): Plugin {
  return {
    name: 'leave-out-ajv',
    enforce: 'pre',
    resolveId: (id) => (LEFT_OUT.has(id) ? STAND_IN : null),
    load: (id) => (id === STAND_IN ? source : null),
  };
}

const source = `
  export function Ajv2020() { throw new Error('ajv was left out of the bundle: no settings have a schema for it.'); }
  export default { default: Ajv2020 };
`;
